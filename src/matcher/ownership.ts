import type { EvidenceKeys } from './evidence-keys.ts';
import { firstFrom } from './first-from.ts';
import type { BlockReading, Candidate, Rival } from './mention.ts';
import { CONTENDER_SHARE, OWNER_TIMES } from './weights.ts';

/** No name is longer. */
const LONGEST_NAME = 120;

/** A full name in a page. */
interface FullName {
  block: number;
  start: number;
  /** Whose it is, where it is another thing's. */
  owner: string | undefined;
  /** Whether the owner is known to be one: `Rabbit` before `R1`. */
  isKnown: boolean;
}

/** Whose the short names of a page are: after "the Rabbit R1" a bare "R1" is the rabbit's. */
export class Ownership {
  readonly #keys: EvidenceKeys;
  /** By term: where it is named in full, or another thing by its short name, in reading order. */
  readonly #fullNames = new Map<number, FullName[]>();
  /** How often each other name owns a short one. */
  readonly #owners = new Map<string, number>();
  readonly #telling = new Map<number, readonly FullName[]>();
  readonly #contenders = new Map<number, string | undefined>();

  constructor(keys: EvidenceKeys) {
    this.#keys = keys;
  }

  /** Takes in the names of one block after another, in reading order, before anything is asked. */
  note(block: number, reading: BlockReading): void {
    for (const candidate of reading.candidates) this.#note(block, reading, candidate);
  }

  #note(block: number, reading: BlockReading, candidate: Candidate): void {
    const weak = this.#keys.ruleOf(candidate.alias).weak;
    if (!candidate.rival && (weak || candidate.isOthers)) return;
    const rival = this.rivalOf(reading, candidate);
    if (weak && (!rival || (rival.inHeading && !candidate.isOthers))) return;
    const owner = rival?.text.toLowerCase();
    if (owner) this.#owners.set(owner, (this.#owners.get(owner) ?? 0) + 1);
    const term = this.#keys.termOf(candidate.alias);
    const names = this.#fullNames.get(term) ?? [];
    const isKnown = candidate.isOthers === true || rival?.isMeaning === true;
    names.push({ block, start: candidate.start, owner, isKnown });
    this.#fullNames.set(term, names);
  }

  /** The name right before that owns a candidate, unless it is kin to it: `OpenAI` before `o1`. */
  rivalOf(reading: BlockReading, { alias, rival }: Candidate): Rival | undefined {
    if (!rival) return undefined;
    const keys = this.#keys;
    const kin = [keys.termOf(alias), ...(keys.ruleOf(alias).for?.terms ?? [])];
    const { candidates } = reading;
    let isKin = false;
    const from = firstFrom(candidates, rival.start - LONGEST_NAME);
    for (let at = from; !isKin && at < candidates.length; at++) {
      const other = candidates[at] as Candidate;
      if (other.start >= rival.end) break;
      isKin = other.end > rival.start && kin.includes(keys.termOf(other.alias));
    }
    return isKin ? undefined : rival;
  }

  /** Whose a short name is by what was last named in full, where that is another thing. */
  ownerOf(term: number, block: number, start: number): string | undefined {
    const names = this.#tellingNames(term);
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const name = names[middle] as FullName;
      if (name.block < block || (name.block === block && name.start < start)) low = middle + 1;
      else high = middle;
    }
    return names[low - 1]?.owner;
  }

  /** A name that owns a term's short one but once may be chance, unless it is known to: what was named before that counts. */
  #tellingNames(term: number): readonly FullName[] {
    let telling = this.#telling.get(term);
    if (!telling) {
      telling = (this.#fullNames.get(term) ?? []).filter(
        ({ owner, isKnown }) =>
          owner === undefined || isKnown || (this.#owners.get(owner) ?? 0) >= OWNER_TIMES,
      );
      this.#telling.set(term, telling);
    }
    return telling;
  }

  /** The other thing that a page names in full by a term's short name about as often as the term. */
  contenderOf(term: number): string | undefined {
    if (!this.#contenders.has(term)) this.#contenders.set(term, this.#findContender(term));
    return this.#contenders.get(term);
  }

  #findContender(term: number): string | undefined {
    const names = this.#fullNames.get(term) ?? [];
    const others = names.filter(({ owner }) => owner !== undefined);
    const own = names.length - others.length;
    return others.length * CONTENDER_SHARE >= own ? others[0]?.owner : undefined;
  }
}
