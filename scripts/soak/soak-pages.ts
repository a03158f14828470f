import type { PageServer } from '../browser/page-server';

const NAMES = [
  'DeepSeek R1',
  'OpenAI o1',
  'GPT-4o',
  'Jim Fan',
  'DeepSeek V3',
  '深度求索',
  'mixture of experts',
  '强化学习',
];

const FILLER = [
  'The committee met again and came to no decision',
  'Rain is expected in the north, and a little snow on the hills',
  '会议没有作出决定，代表们将于下周再次磋商',
  'She planted beans along the wall and waited for the spring',
];

/** How generated pages differ: each kind leaves a script in it something else to clean up after. */
const KINDS: Readonly<Record<string, (seed: number) => string>> = {
  news: (seed) => paragraphs(seed, 12, true),
  quiet: (seed) => paragraphs(seed, 12, false),
  long: (seed) => paragraphs(seed, 300, true),
  frames: (seed) =>
    [1, 2, 3]
      .map((more) => `<iframe srcdoc="${paragraphs(seed + more, 2, true)}"></iframe>`)
      .join(''),
  shadow: (seed) => `<div id="host"></div><script>
    document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML =
      \`${paragraphs(seed, 4, true)}\`;</script>`,
  churning: (seed) => churning(seed, 20),
  rewritten: (seed) => `<script>addEventListener('load', () => {
    document.open(); document.write(\`${paragraphs(seed, 6, true)}\`); document.close(); });</script>`,
  'many names': (seed) =>
    `<ul>${Array.from({ length: 200 }, (_, at) => `<li>${nameAt(seed + at)}</li>`).join('')}</ul>`,
};

/**
 * Serves generated pages, all kinds in turn.
 *
 * @returns Their addresses.
 */
export function generatePages(pages: PageServer, count: number): string[] {
  const kinds = Object.values(KINDS);
  return Array.from({ length: count }, (_, seed) => {
    const body = kinds[seed % kinds.length]?.(seed) ?? '';
    return pages.handle(`/soak-${seed}`, htmlOf(`Page ${seed}`, body));
  });
}

/** Serves a page that changes its text for ever, ten times a second, and stays of one size. */
export function standingPage(pages: PageServer): string {
  return pages.handle('/soak-standing', htmlOf('Standing', churning(1, 100)));
}

function htmlOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
    <style>body { font: 17px/1.6 serif; max-width: 42em; margin: 12em auto }</style>${body}</html>`;
}

function churning(seed: number, milliseconds: number): string {
  return `<div id="feed">${paragraphs(seed, 20, true)}</div><script>
    const feed = document.querySelector('#feed');
    setInterval(() => feed.append(feed.firstElementChild.cloneNode(true), feed.firstElementChild.remove() ?? ''),
      ${milliseconds});</script>`;
}

function paragraphs(seed: number, count: number, named: boolean): string {
  return Array.from({ length: count }, (_, at) => {
    const filler = FILLER[(seed * 7 + at * 3) % FILLER.length];
    return `<p>${filler}. ${named && at % 2 === 0 ? `${nameAt(seed + at)} came up too.` : ''}</p>`;
  }).join('');
}

function nameAt(index: number): string {
  return NAMES[index % NAMES.length] ?? '';
}
