import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack.ts';
import { buildIndex } from '../../src/matcher/build-index.ts';
import { findAnchors } from '../../src/matcher/find-anchors.ts';
import { openMatcher } from '../../src/matcher/open-matcher.ts';
import type { Marked, Spotter } from './score.ts';

/** The matcher with the built-in pack, as the page script uses it. */
export function matcherSpotter(): Spotter {
  const index = buildIndex([assembleBuiltInPack()]);
  const matcher = openMatcher({ ...index, anchors: findAnchors(index) });
  return ({ title, blocks }) => {
    const marks: Marked[][] = blocks.map(() => []);
    const readings = blocks.map(
      ({ text }) => matcher.read(text) ?? matcher.readNameless(text.trim()),
    );
    const decided = matcher.decide(readings, {
      title: title ? matcher.readTitle(title) : undefined,
    });
    for (const { block, mentions } of decided) marks[block]?.push(...mentions);
    return marks;
  };
}
