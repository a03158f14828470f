import type { Fact } from '../../../src/glossary/pack-schema';

const STOP_WORDS = new Set(
  `a about after all also and any are as at be been but by can did do does done for from had has have how
  in into is it its itself may more most no not of on one only or other out over own people so some such
  than that the them then there these they this those to too up was what when where which who will with
  would`.split(/\s+/),
);

/** The pieces of a text that carry its meaning: word stems in English, pairs of characters in Chinese. */
function piecesOf(text: string): string[] {
  const latin = text.toLowerCase().match(/[a-z0-9][a-z0-9.%-]*/g) ?? [];
  const words = latin
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => word.replace(/[.-]+$/, '').replace(/(?<=[a-z]{4})(?:ed|es|ing|ly|s)$/, ''));
  const han = text.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = han.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...words, ...pairs];
}

/**
 * How much two texts share, from 0 to 1: the cosine of their pieces, each weighted by how rare it is in
 * all `texts`, so that two facts about R1 are not alike for naming R1.
 */
function similarityAmong(texts: readonly string[]) {
  const frequency = new Map<string, number>();
  for (const piece of texts.flatMap((text) => [...new Set(piecesOf(text))])) {
    frequency.set(piece, (frequency.get(piece) ?? 0) + 1);
  }
  const vectorOf = (text: string) =>
    new Map(
      [...new Set(piecesOf(text))].map((piece) => [
        piece,
        Math.log(1 + texts.length / (frequency.get(piece) ?? 1)),
      ]),
    );
  const lengthOf = (vector: ReadonlyMap<string, number>) => Math.hypot(...vector.values());

  return (one: string, other: string): number => {
    const [left, right] = [vectorOf(one), vectorOf(other)];
    let shared = 0;
    for (const [piece, weight] of left) shared += weight * (right.get(piece) ?? 0);
    return shared / (lengthOf(left) * lengthOf(right) || 1);
  };
}

/** From here on two facts say the same. The closest different facts of the pack reach 0.35. */
const SAME = 0.4;

/** The pairs of facts of a common term that say the same, judged by the mean over the languages they are written in. */
export function factsThatSayTheSame(facts: readonly Fact[]): string[] {
  const languages = ['en', 'zh-Hans'] as const;
  const similarities = languages.map((language) => {
    const similarity = similarityAmong(facts.map(({ text }) => text[language] ?? ''));
    return (one: Fact, other: Fact) =>
      similarity(one.text[language] ?? '', other.text[language] ?? '');
  });
  const alike = (one: Fact, other: Fact) =>
    similarities.reduce((sum, similarity) => sum + similarity(one, other), 0) / languages.length;

  return facts.flatMap((one, index) =>
    facts
      .slice(index + 1)
      .filter((other) => one.terms.some((term) => other.terms.includes(term)))
      .filter((other) => alike(one, other) >= SAME)
      .map((other) => `${one.id} and ${other.id}: ${alike(one, other).toFixed(2)}`),
  );
}
