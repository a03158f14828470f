import { expect, test } from 'vitest';
import type { Alias } from '../../../src/glossary/pack-schema';
import { PackError, parsePack } from '../../../src/glossary/parse-pack';
import { packOf } from '../matcher/pack-of';

const anyCase = (text: string): Alias => ({ text, strength: 'strong' });
const exact = (text: string): Alias => ({ text, strength: 'strong', exactCase: true });

/** What is said of a pack in which one term has some names and another has others. */
function problemsOf(lantern: readonly Alias[], oil: readonly Alias[]): string[] {
  const pack = packOf({ lantern: [...lantern], oil: [...oil] });
  try {
    parsePack(JSON.stringify(pack), 'lamps.json');
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ path, reason }) => `${path}: ${reason}`);
  }
}

test.each([
  ['the same letters in another case', [anyCase('lantern')], [anyCase('LANTERN')]],
  ['in one writing what counts in any', [anyCase('lantern')], [exact('LANTERN')]],
  ['in any writing what counts in one', [exact('Lantern')], [anyCase('LANTERN')]],
])('two terms may not claim %s', (_, lantern, oil) => {
  expect(problemsOf(lantern, oil)).toEqual([
    'terms[1].aliases[0].text: "LANTERN" is claimed by "lantern" already',
  ]);
});

test('names that differ in their capitals and count in one writing each may be two terms’', () => {
  expect(problemsOf([exact('Lantern')], [exact('LANTERN')])).toEqual([]);
});

test('one term may have a name in any writing and weigh it otherwise in one', () => {
  expect(problemsOf([anyCase('lantern'), exact('Lantern')], [anyCase('oil')])).toEqual([]);
});
