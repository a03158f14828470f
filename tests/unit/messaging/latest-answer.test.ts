import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LatestAnswer } from '../../../src/messaging/latest-answer';

const PATIENCE = 1_000;

/** The questions that were asked, in order; each is answered by the test. */
let questions: { answer(text: string): void; fail(error: Error): void }[];
let told: string[];
let latest: LatestAnswer<string>;

function question(): Promise<string> {
  return new Promise((answer, fail) => questions.push({ answer, fail }));
}

/** Answers a question, and lets what follows from it happen. */
async function answer(index: number, text: string): Promise<void> {
  questions[index]?.answer(text);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  questions = [];
  told = [];
  latest = new LatestAnswer((text) => told.push(text), PATIENCE);
});

afterEach(() => {
  vi.useRealTimers();
});

test('for all that comes while a question is on its way, one more is asked', async () => {
  for (let times = 0; times < 100; times += 1) latest.ask(question);
  expect(questions).toHaveLength(1);
  await answer(0, 'some');
  expect(questions).toHaveLength(2);
  await answer(1, 'all');
  expect(questions).toHaveLength(2);
  expect(told).toEqual(['some', 'all']);
  expect(latest.isAsking).toBe(false);
});

test('a question that is never answered does not keep the next from being asked', async () => {
  latest.ask(question);
  latest.ask(question);
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(questions).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await answer(1, 'the next');
  expect(told).toEqual(['the next']);
  latest.ask(question);
  expect(questions).toHaveLength(3);
});

test('nor is one that comes after that kept waiting', async () => {
  latest.ask(question);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(latest.isAsking).toBe(false);
  latest.ask(question);
  expect(questions).toHaveLength(2);
});

test('a late answer is told, but not after that to a later question', async () => {
  for (let times = 0; times < 3; times += 1) {
    latest.ask(question);
    await vi.advanceTimersByTimeAsync(PATIENCE);
  }
  await answer(1, 'second');
  await answer(0, 'first');
  await answer(2, 'third');
  expect(told).toEqual(['second', 'third']);
});

test('a late answer lets no third question begin beside the second', async () => {
  latest.ask(question);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  latest.ask(question);
  latest.ask(question);
  await answer(0, 'late');
  expect(questions).toHaveLength(2);
  await answer(1, 'second');
  expect(questions).toHaveLength(3);
});

test('what is asked anew is asked at once, and no answer to what was asked before is told', async () => {
  latest.ask(question);
  latest.ask(question);
  latest.askAnew(question);
  expect(questions).toHaveLength(2);
  await answer(0, 'of the page before');
  await answer(1, 'of this page');
  expect(questions).toHaveLength(2);
  expect(told).toEqual(['of this page']);
});

test('after the end no answer is told', async () => {
  latest.ask(question);
  latest.ask(question);
  latest.stop();
  await answer(0, 'late');
  expect(told).toEqual([]);
  expect(questions).toHaveLength(1);
});
