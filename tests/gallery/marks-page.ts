import { MARK_CATEGORIES, MARK_STYLES, markName } from '../../src/paint/mark-names.ts';
import { MARK_CSS } from '../../src/paint/mark-style.ts';

interface Ground {
  name: string;
  ground: string;
  ink: string;
  /** Neither light nor dark: no colour that is seen on white and on black is seen on it. */
  isMiddle?: true;
}

/** Grounds that pages have, with the text on them. */
export const GROUNDS: readonly Ground[] = [
  { name: 'white', ground: '#fff', ink: '#222' },
  { name: 'grey text', ground: '#fff', ink: '#767676' },
  { name: 'black', ground: '#000', ink: '#ddd' },
  { name: 'sepia', ground: '#f4ecd8', ink: '#5b4636' },
  { name: 'dark blue', ground: '#14304f', ink: '#fff' },
  { name: 'grey ground', ground: '#777', ink: '#fff', isMiddle: true },
  { name: 'yellow', ground: '#ffe14d', ink: '#111' },
  { name: 'red', ground: '#a11', ink: '#fff', isMiddle: true },
];

const MARKED = ['DeepSeek R1', 'OpenAI', 'Jim Fan', 'AIME 2024', '蒸馏'];

/** A page with marks in all styles, with and without categories, on all grounds, as on real pages. */
export function marksPage(): string {
  const styles = MARK_STYLES.filter((style) => style !== 'hidden');
  const line = (style: string, byCategory: boolean) =>
    `<p>${MARK_CATEGORIES.map((category, at) => {
      const name = markName(style as 'dotted', byCategory ? category : undefined);
      return `<span data-mark="${name}">${MARKED[at]}</span>`;
    }).join(' and ')}, <a href="#">a link</a>, <a href="#"><span data-mark="${markName(
      style as 'dotted',
      byCategory ? 'model' : undefined,
    )}">DeepSeek R1</span> in a link</a></p>`;
  const sections = GROUNDS.map(
    ({ ground, ink }) =>
      `<section style="background: ${ground}; color: ${ink}">
      ${styles.map((style) => line(style, false) + line(style, true)).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Marks</title><style>${MARK_CSS}
    body { display: grid; grid-template-columns: 1fr 1fr; margin: 0; font: 16px/1.5 Georgia, serif }
    section { padding: 8px 20px } p { margin: 4px 0 } a { color: inherit }</style>
    ${sections.join('')}<script>
    for (const span of document.querySelectorAll('[data-mark]')) {
      const name = span.dataset.mark;
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
      const [startContainer] = span.childNodes;
      CSS.highlights.get(name).add(new StaticRange({ startContainer, startOffset: 0,
        endContainer: startContainer, endOffset: startContainer.length }));
    }</script>`;
}
