/** What a script answers to in a frame where there is no mention to act on. */
export abstract class NoMentions {
  readonly count = 0;
  reveal(): void {}
  step(): void {}
  notThis(): void {}
  selectedTerms(): string[] {
    return [];
  }
  revealSelection(): boolean {
    return false;
  }
}
