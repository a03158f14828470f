import {
  MARK_CATEGORIES,
  MARK_STYLES,
  type MarkStyle,
  markName,
} from '../../src/paint/mark-names.ts';
import { MARK_CSS } from '../../src/paint/mark-style.ts';
import { rgbOf } from '../../src/paint/rgb.ts';
import { seenOn } from '../../src/paint/seen-on.ts';

/** Grounds that pages have, with the text on them. */
export const GROUNDS = [
  { name: 'white', ground: '#ffffff', ink: '#222' },
  { name: 'grey text', ground: '#ffffff', ink: '#767676' },
  { name: 'black', ground: '#000000', ink: '#ddd' },
  { name: 'sepia', ground: '#f4ecd8', ink: '#5b4636' },
  { name: 'dark blue', ground: '#14304f', ink: '#fff' },
  { name: 'grey ground', ground: '#777777', ink: '#fff' },
  { name: 'yellow', ground: '#ffe14d', ink: '#111' },
  { name: 'red', ground: '#aa1111', ink: '#fff' },
];

const MARKED = ['DeepSeek R1', 'OpenAI', 'Jim Fan', 'AIME 2024', '蒸馏'];

/** A page with marks in all styles, with and without categories, on all grounds, as on real pages. */
export function marksPage(): string {
  const styles = MARK_STYLES.filter((style) => style !== 'hidden');
  const mark = (chosen: Parameters<typeof seenOn>[0], ground: string, text: string) => {
    const { style, category } = seenOn(chosen, rgbOf(ground));
    return `<span data-mark="${markName(style, category)}" data-chosen="${chosen.style}">${text}</span>`;
  };
  const line = (style: MarkStyle, byCategory: boolean, ground: string) =>
    `<p>${MARK_CATEGORIES.map((category, at) =>
      mark({ style, category: byCategory ? category : undefined }, ground, MARKED[at] ?? ''),
    ).join(' and ')}, <a href="#">a link</a>, <a href="#">${mark(
      { style, category: byCategory ? 'model' : undefined },
      ground,
      'DeepSeek R1',
    )} in a link</a></p>`;
  const sections = GROUNDS.map(
    ({ ground, ink }) =>
      `<section style="background: ${ground}; color: ${ink}">
      ${styles.map((style) => line(style, false, ground) + line(style, true, ground)).join('')}</section>`,
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
