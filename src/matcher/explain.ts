import type { Reason } from './mention.ts';
import { PAGE_AGAINST_LIMIT, PAGE_FOR_LIMIT } from './weights.ts';

const ORDER: readonly Reason['where'][] = ['beside', 'block', 'near', 'page'];

/** Of what stands somewhere on the page so many are told by name: there may be a hundred, and all count little. */
const TOLD = 4;

/** No single word or term that stands somewhere on the page weighs more. */
const FAINT = 0.3;

/**
 * Reasons as a person reads them, nearest and heaviest first: what stands somewhere on the page is told in two
 * lines, and where much of one kind counts only so much the last line says what was taken off, so that the
 * weights make the score.
 */
export function toldReasons(reasons: readonly Reason[], score: number): Reason[] {
  const isFaint = ({ where, weight }: Reason) => where === 'page' && Math.abs(weight) <= FAINT;
  const told = reasons.filter((reason) => !isFaint(reason));
  const faint = reasons.filter(isFaint);
  told.push(
    ...together(faint.filter(({ weight }) => weight > 0)),
    ...together(faint.filter(({ weight }) => weight < 0)),
  );
  told.sort(
    (a, b) =>
      ORDER.indexOf(a.where) - ORDER.indexOf(b.where) || Math.abs(b.weight) - Math.abs(a.weight),
  );
  const rest = score - told.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(rest) >= 0.001) {
    told.push({
      text: 'more of a kind than counts',
      kind: 'limit',
      weight: rounded(rest),
      where: 'page',
    });
  }
  return told;
}

function together(reasons: readonly Reason[]): Reason[] {
  const [first] = reasons;
  if (!first || reasons.length === 1) return [...reasons];
  const texts = [...reasons]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ text }) => text);
  const more = texts.length - TOLD;
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return [
    {
      text: texts.slice(0, TOLD).join(', ') + (more > 0 ? ` and ${more} more` : ''),
      kind: 'words',
      weight: rounded(Math.max(-PAGE_AGAINST_LIMIT, Math.min(PAGE_FOR_LIMIT, sum))),
      where: 'page',
    },
  ];
}

const rounded = (weight: number): number => Math.round(weight * 1_000) / 1_000;
