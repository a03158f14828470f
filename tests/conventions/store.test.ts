import builtInPack from 'virtual:built-in-pack';
import { describe, expect, test } from 'vitest';
import { read } from './support/tree';

/** Characters that both stores take. */
const LIMITS = { extensionName: 45, extensionDescription: 132 };

const page = read('docs/store.md');

describe.each(['en', 'zh-CN', 'zh-TW'])('the texts for the stores in %s', (language) => {
  const messages = JSON.parse(read(`public/_locales/${language.replace('-', '_')}/messages.json`));

  test.each(Object.entries(LIMITS))('%s has at most %i characters', (name, limit) => {
    const { message } = messages[name];
    expect(message.trim()).toBe(message);
    expect(message.length).toBeGreaterThan(0);
    expect(message.length).toBeLessThanOrEqual(limit);
  });

  test('docs/store.md has a description that calls the extension by its name', () => {
    const description = page.split(`### ${language}\n`)[1]?.split(/^##/m)[0];
    expect(description).toContain(messages.extensionName.message);
  });
});

test('the counts that readers are told are those of the built-in pack', () => {
  const { terms, facts } = builtInPack;
  const told = [
    ...page.matchAll(/(\d+) (?:terms and|[个個][词詞][条條]、)\s*(\d+) (?:facts|[条條])/g),
  ];
  expect(told.map((counts) => counts.slice(1).map(Number))).toEqual(
    Array(3).fill([terms.length, facts.length]),
  );
});
