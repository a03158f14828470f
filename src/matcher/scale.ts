import type { Reason } from './mention.ts';
import {
  FOR_LIMIT,
  FOR_MAYBE,
  FOR_TERM,
  NEAR_AGAINST_LIMIT,
  NEAR_LIMIT,
  PAGE_AGAINST_LIMIT,
  PAGE_FOR_LIMIT,
  SAME_TERM,
  SAME_TERM_OFTEN,
  UNOPPOSED_NEAR_LIMIT,
  type Weights,
} from './weights.ts';

/** Weighs the reasons for and against one candidate. What stands farther away counts only so much. */
export class Scale {
  #sure = 0;
  #closeFor = 0;
  #maybe = 0;
  #closeAgainst = 0;
  #nearFor = 0;
  #nearAgainst = 0;
  #pageFor = 0;
  #pageAgainst = 0;
  #isNamedBeside = false;

  /** @param isOfModel Whether the name is a model's: ideas are mostly called by words of other uses as well. */
  constructor(readonly isOfModel: boolean) {}

  add(weights: Weights, where: Reason['where']): void {
    const weight = weights[where];
    if (weights === FOR_TERM && where === 'beside') this.#isNamedBeside = true;
    if (weights === SAME_TERM || weights === SAME_TERM_OFTEN) this.#sure += weight;
    else if (where === 'page') this.addFar(weight);
    else if (weights === FOR_MAYBE) this.#maybe += weight;
    else if (where === 'near') {
      if (weight > 0) this.#nearFor += weight;
      else this.#nearAgainst += weight;
    } else if (weight > 0) this.#closeFor += weight;
    else this.#closeAgainst += weight;
  }

  /** Adds what stands somewhere on the page, or takes some of it off again. */
  addFar(weight: number, times = 1): void {
    if (weight > 0) this.#pageFor += weight * times;
    else this.#pageAgainst += weight * times;
  }

  /** Whether anything close by or near speaks against it. */
  get isOpposed(): boolean {
    return this.#closeAgainst + this.#nearAgainst < 0;
  }

  /** Whether nothing on the page speaks against it. */
  get isUnopposed(): boolean {
    return !this.isOpposed && this.#pageAgainst === 0;
  }

  /** Whether names that are near and were found to mean their terms may speak for it as well. */
  get hearsNear(): boolean {
    return this.isOfModel && this.isUnopposed;
  }

  get score(): number {
    const nearLimit = this.hearsNear ? UNOPPOSED_NEAR_LIMIT : NEAR_LIMIT;
    const speaksFor =
      this.#closeFor +
      Math.min(this.#maybe, this.#closeFor + this.#nearFor > 0 ? FOR_LIMIT : FOR_MAYBE.beside) +
      Math.min(this.#nearFor, nearLimit) +
      Math.min(this.#pageFor, PAGE_FOR_LIMIT);
    const farAgainst =
      Math.max(this.#nearAgainst, -NEAR_AGAINST_LIMIT) +
      Math.max(this.#pageAgainst, -PAGE_AGAINST_LIMIT);
    return round(
      this.#sure +
        Math.min(speaksFor, FOR_LIMIT) +
        this.#closeAgainst +
        // With a name of its kin beside it, what stands elsewhere speaks less against it.
        (this.#isNamedBeside ? farAgainst / 2 : farAgainst),
    );
  }
}

/** Sums of decimal fractions are a little off: what makes 1 on paper must make it here. */
const round = (sum: number): number => Math.round(sum * 1_000) / 1_000;
