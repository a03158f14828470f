import type { Rival } from './mention.ts';

/**
 * Words that stand before a version-like name (`o1`, `R1`) without being whose version it is, though
 * written with a capital: at the head of a sentence or a heading.
 */
const PLAIN_WORDS = new Set(
  (
    'a about above after again against all also although am an and another any are as at back be because ' +
    'been before behind being below between both but by call called can chat compare compared comparing ' +
    'could dear did do does even ever every explore first for from get gets give had has have he hence her ' +
    'here his how however i if in inside into introducing is it its just know last later latest launch ' +
    'launching less let like likewise make makes many maybe me meanwhile meet model models more most much ' +
    'my near new next no nor not now of off on once one only or other our out over own per perhaps plus ' +
    'please put read really run running same say see she should since so some still such take than that the ' +
    'their them then there these they this those though through thus to today too train training trained ' +
    'try trying under unlike until up update upon us use using vs was we were what when where whereas ' +
    'whether which while who whose why will with within without would yes yet you your open-source ' +
    'opensource paper report reasoning full test testing tested ask asked access build building download ' +
    'thanks thank original yesterday tomorrow releases released releasing launches launched ' +
    'unveils unveiled debuts debuted announces announced announcing introduces introduced drops dropped ' +
    'ships shipped open-sources open-sourced asking comparing evaluating letting making giving switching ' +
    'got gave told used ran moving swapping prompting serving hosting deploying benchmarking fine-tuning distilling sadly'
  ).split(' '),
);

/** And so many more: `Curiously R1`. Shorter ones are names: `Emily`, `Fastly`. */
const ADVERB = /\p{L}{5}ly$/u;

/** A capitalised word, or one with digits, perhaps with a possessive, and the space behind it. */
const NAME_BEFORE =
  /(?<![\p{L}\p{N}_-])((?:\p{Lu}[\p{L}\p{N}.&+-]*|\p{L}+\p{N}[\p{L}\p{N}.-]*|\d{1,3})(?:['’]s)?)(?<!\p{L}{4}\.) $/u;

/** How far back a name is looked for; names are shorter. */
const REACH = 32;

/**
 * The name that stands right before that of a model and most likely owns it: `Rabbit` before `R1`, `Research`
 * before `GPT`.
 *
 * @returns `undefined` where none stands there.
 */
export function rivalBefore(source: string, start: number): Rival | undefined {
  if (source.charAt(start - 1) !== ' ') return undefined;
  const text = NAME_BEFORE.exec(source.slice(Math.max(0, start - REACH), start))?.[1];
  if (!text || PLAIN_WORDS.has(text.toLowerCase()) || ADVERB.test(text)) return undefined;
  const end = start - 1;
  return { text, start: end - text.length, end, inHeading: isHeading(source, start) };
}

/** How far from an acronym what it stands for is followed. */
const MEANING_REACH = 80;

/**
 * What an acronym is said to stand for, right before it or behind: `acute gastrointestinal injury (AGI)`, `RL (root
 * length)`. Where that is the term itself, it is no rival.
 */
export function meaningBeside(source: string, start: number, end: number): Rival | undefined {
  const isBehind = source.startsWith(' (', end);
  const letters = /^[A-Za-z]{2,5}?(?=s?$)/.exec(source.slice(start, end))?.[0];
  if (!letters || !(isBehind || source[start - 1] === '(')) return undefined;
  const words = [...letters].map((letter) => `${letter}\\p{L}*`).join('[ -]');
  const from = isBehind ? end + 2 : Math.max(0, start - MEANING_REACH);
  const pattern = isBehind ? `^${words}(?=[),;])` : `(?<!\\p{L})${words}(?= \\($)`;
  const text = source.slice(from, isBehind ? undefined : start);
  const found = new RegExp(pattern, 'iu').exec(text);
  if (!found) return undefined;
  const first = from + found.index;
  return { text: found[0], start: first, end: first + found[0].length, isMeaning: true };
}

/** A capitalised word behind the name of a model: `GPT Researcher`, `GPT AI Flow`; not capitals alone, `GPT API`. */
const NAME_BEHIND = /^ (?:\p{Lu}{2,6} )?\p{Lu}\p{Ll}/u;

/** Whether the name of a model, which is a word as well, goes on as that of a product: `GPT Researcher`. */
export function goesOnAsName(source: string, end: number): boolean {
  return NAME_BEHIND.test(source.slice(end, end + 10)) && !isHeading(source, end);
}

/** How far a heading is followed to each side. */
const HEADING_REACH = 80;

/** Whether nearly all longer words of the phrase around are written large, as headings in English do. */
function isHeading(source: string, at: number): boolean {
  const before =
    source
      .slice(Math.max(0, at - HEADING_REACH), at)
      .split(/[.!?:]\s/)
      .at(-1) ?? '';
  const behind = source.slice(at, at + HEADING_REACH).split(/[.!?:](?:\s|$)/)[0] ?? '';
  const words = (before + behind).match(/(?<!\p{L})\p{L}{4,}/gu) ?? [];
  const large = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 3 && large >= words.length * 0.75;
}
