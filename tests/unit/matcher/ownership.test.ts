import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { EvidenceKeys } from '../../../src/matcher/evidence-keys.ts';
import type { BlockReading, Candidate } from '../../../src/matcher/mention.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { Ownership } from '../../../src/matcher/ownership.ts';
import { readWordList } from '../../../src/matcher/word-list.ts';
import { packOf } from './pack-of.ts';

const index = buildIndex([
  packOf({
    'acme-r1': [
      { text: 'Acme R1', strength: 'strong' },
      { text: 'R1', strength: 'weak', for: { terms: ['acme'] }, notAfter: ['Rabbit'] },
    ],
    acme: [{ text: 'Acme', strength: 'strong', notBefore: ['R1'] }],
  }),
]);
const matcher = openMatcher(index);
const keys = new EvidenceKeys(index, () => readWordList(index.words));
const TERM = index.terms.indexOf('acme-r1');

/** What a page of these blocks says of whose "R1" is. */
function pageOf(...blocks: string[]) {
  const readings = blocks.map((block) => matcher.read(block));
  const ownership = new Ownership(keys);
  for (const [block, reading] of readings.entries()) if (reading) ownership.note(block, reading);
  return {
    contender: ownership.contenderOf(TERM),
    /** Whose the last "R1" of a block is. */
    ownerIn: (block: number) =>
      ownership.ownerOf(TERM, block, blocks[block]?.lastIndexOf('R1') ?? 0),
    rivalIn: (block: number) => {
      const reading = readings[block] as BlockReading;
      return ownership.rivalOf(reading, reading.candidates.at(-1) as Candidate)?.text;
    },
  };
}

describe('whose a short name is', () => {
  it('is nobody’s where nothing was named in full', () => {
    const page = pageOf('The R1 is out.');
    expect(page.ownerIn(0)).toBeUndefined();
    expect(page.contender).toBeUndefined();
  });

  it('is that of the other thing that was named in full last', () => {
    const page = pageOf(
      'Acme R1 is out.',
      'A Sonos R1 sings.',
      'The Sonos R1 hums.',
      'The R1 hums.',
    );
    expect(page.ownerIn(3)).toBe('sonos');
  });

  it('is the term’s again once the term is named in full', () => {
    const page = pageOf('A Sonos R1.', 'The Sonos R1.', 'Then Acme R1 came.', 'The R1 is good.');
    expect(page.ownerIn(3)).toBeUndefined();
  });

  it('is not another thing’s that stood before it but once, which may be chance', () => {
    const page = pageOf('Acme R1 is out.', 'My Tuesday R1 was good.', 'The R1 is good.');
    expect(page.ownerIn(2)).toBeUndefined();
  });

  it('looks past a chance name to the one that tells', () => {
    const page = pageOf('A Sonos R1.', 'The Sonos R1.', 'My Tuesday R1.', 'The R1 hums.');
    expect(page.ownerIn(3)).toBe('sonos');
  });

  it('is told by a name that is known to make it another thing, however seldom it stands', () => {
    const page = pageOf('The Rabbit R1 is orange.', 'The R1 is slow.');
    expect(page.ownerIn(1)).toBe('rabbit');
  });

  it('goes by where in a block it stands', () => {
    expect(pageOf('A Sonos R1, a Sonos R1 and the R1.').ownerIn(0)).toBe('sonos');
    expect(pageOf('A Sonos R1, a Sonos R1, Acme R1 and the R1.').ownerIn(0)).toBeUndefined();
  });

  it('is contested where another thing is named in full half as often', () => {
    expect(pageOf('Acme R1.', 'Acme R1.', 'A Sonos R1.').contender).toBe('sonos');
    expect(pageOf('Acme R1.', 'Acme R1.', 'Acme R1.', 'A Sonos R1.').contender).toBeUndefined();
  });

  it('has no rival in a name of its kin', () => {
    expect(pageOf('Then Acme’s R1 came.').rivalIn(0)).toBeUndefined();
    expect(pageOf('Then Acme, Sonos R1 came.').rivalIn(0)).toBe('Sonos');
  });

  it('does not take the words of a heading for owners', () => {
    const page = pageOf(
      'Everybody Wants Cheap R1 Right Now Please',
      'Nobody Gets Cheap R1 Anywhere These Days',
      'The R1 is good.',
    );
    expect(page.ownerIn(2)).toBeUndefined();
  });
});
