/** A question whose answer changes with time. Its failures are answers too. */
type Question<Answer> = () => Promise<Answer>;

/**
 * Asks again whenever an answer may have changed, however often that is: one question at a time and, for all that
 * comes meanwhile, one more. No answer is told after that to a later question.
 */
export class LatestAnswer<Answer> {
  private asked = 0;
  /** The number of the last question to which, or to one after which, an answer was told or is not wanted any more. */
  private past = 0;
  private running: number | undefined;
  private next: Question<Answer> | undefined;

  /**
   * @param tell Called with each answer.
   * @param patience Milliseconds after which the next question waits for an answer no longer. That is told all the
   *   same, if it comes before the next one's.
   */
  constructor(
    private readonly tell: (answer: Answer) => void,
    private readonly patience: number,
  ) {}

  get isAsking(): boolean {
    return this.running !== undefined;
  }

  /** The answer may have changed: asks now, or once the question on its way is answered. */
  ask(question: Question<Answer>): void {
    if (this.isAsking) this.next = question;
    else void this.run(question);
  }

  /** What is asked about is another now: tells no answer to what was asked before, and asks at once. */
  askAnew(question: Question<Answer>): void {
    this.stop();
    void this.run(question);
  }

  /** Tells no answer to what was asked before. */
  stop(): void {
    this.past = this.asked;
    this.running = undefined;
    this.next = undefined;
  }

  private async run(question: Question<Answer>): Promise<void> {
    this.asked += 1;
    const turn = this.asked;
    this.running = turn;
    const timer = setTimeout(() => this.goOn(turn), this.patience);
    try {
      const answer = await question();
      if (turn <= this.past) return;
      this.past = turn;
      this.tell(answer);
    } finally {
      clearTimeout(timer);
      this.goOn(turn);
    }
  }

  private goOn(turn: number): void {
    if (this.running !== turn) return;
    const { next } = this;
    this.running = undefined;
    this.next = undefined;
    if (next !== undefined) void this.run(next);
  }
}
