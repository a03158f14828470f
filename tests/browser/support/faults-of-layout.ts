import type { Page } from 'puppeteer-core';

/** What is wrong with the layout of the card: out of the viewport, cut off, too small to hit. */
export function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.querySelector('ai-footnotes')?.shadowRoot;
    const card = root?.querySelector('.card');
    if (!card) return ['there is no card'];
    const nameOf = (element: Element) => `${element.localName}.${element.className}`;
    const box = card.getBoundingClientRect();
    if (box.left < 0 || box.top < 0) faults.push('begins outside the viewport');
    if (box.right > innerWidth + 0.5) faults.push(`ends at ${box.right} of ${innerWidth}`);
    if (box.bottom > innerHeight + 0.5) faults.push(`ends at ${box.bottom} of ${innerHeight}`);
    for (const part of card.querySelectorAll('.head, .body, .foot, .card')) {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom || left < box.left || right > box.right) {
        faults.push(`${nameOf(part)} is cut off`);
      }
      if (part.scrollWidth > part.clientWidth) faults.push(`${nameOf(part)} overflows`);
    }
    for (const element of card.querySelectorAll('*')) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      if (left < box.left - 1 || right > box.right + 1)
        faults.push(`${nameOf(element)} sticks out`);
      const isControl = element.matches('button') && getComputedStyle(element).display !== 'inline';
      if (isControl && (width < 24 || height < 24)) faults.push(`${nameOf(element)} is small`);
    }
    const body = card.querySelector('.body');
    if (body && body.clientHeight < 40) faults.push('no room for the facts');
    return faults;
  });
}
