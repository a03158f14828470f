import { expect, test } from 'vitest';
import { GROWTH_LIMIT, growthOf } from '../../scripts/soak/growth';
import { runSoak } from '../../scripts/soak/run-soak';
import { generatePages } from '../../scripts/soak/soak-pages';
import { inEachFreshBrowser } from './support/in-each-browser';

/** Each kind of page twice; `npm run soak` browses for an hour. */
const VISITS = 16;

inEachFreshBrowser((world) => {
  test('after a while of browsing no memory, error or script of ours is left behind', async () => {
    const { session } = world;
    const report = await runSoak(session, generatePages(session.pages, VISITS));
    expect(report).toMatchObject({ visits: VISITS, errors: [], orphans: [] });
    expect(report.mentions).toBeGreaterThan(VISITS);
    expect(report.cards).toBeGreaterThan(0);
    expect(growthOf(report)).toBeLessThanOrEqual(GROWTH_LIMIT);
  });
});
