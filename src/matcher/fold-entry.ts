import { foldText } from './fold-text.ts';

/** Most names and words need no more than small letters and spaces; in packs there are tens of thousands. */
const PLAIN = /^(?:[a-z0-9]+(?:[ -][a-z0-9]+)*|[\u4e00-\u9fff]+)$/;

/** Between Chinese and Latin a space may stand or not: 生成式AI, 生成式 AI. */
const SCRIPT_CHANGE = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu;

/** A name or word as the index holds it: folded, every separator one space. */
export function foldEntry(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small.replaceAll('-', ' ') : foldSpecial(text);
}

function foldSpecial(text: string): string {
  return foldText(text)
    .text.replace(SCRIPT_CHANGE, ' ')
    .replace(/[\s\u2013-]+/g, ' ')
    .trim();
}
