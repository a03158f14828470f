import { describe, expect, test } from 'vitest';
import { syntaxOf } from './support/syntax';
import { codeUnder, filesUnder, read } from './support/tree';

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

const LOCALES = ['en', 'zh_CN', 'zh_TW'];

function messagesOf(locale: string): Record<string, Message> {
  return JSON.parse(read(`public/_locales/${locale}/messages.json`));
}

/** The places a message is filled at, in no order: languages may need another one. */
function placesOf({ message, placeholders = {} }: Message): string[] {
  const named = Object.keys(placeholders).map((name) => name.toLowerCase());
  return [...message.matchAll(/\$(\d|\w+\$)/g)]
    .map(([, place = '']) => place.replace('$', '').toLowerCase())
    .concat(named)
    .sort();
}

describe.each(LOCALES)('the texts in %s', (locale) => {
  const english = messagesOf('en');
  const messages = messagesOf(locale);

  test('there is one for each in English, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('each is filled at the same places as the English one', () => {
    const places = (all: Record<string, Message>) =>
      Object.fromEntries(Object.entries(all).map(([name, message]) => [name, placesOf(message)]));
    expect(places(messages)).toEqual(places(english));
  });

  test('none is empty', () => {
    const empty = Object.entries(messages).filter(([, { message }]) => message.trim() === '');
    expect(empty).toEqual([]);
  });
});

test('every text is used, by its name written out', () => {
  const used = new Set(
    codeUnder('src', 'entrypoints').flatMap((file) => [...syntaxOf(file).strings]),
  );
  const manifests = ['wxt.config.ts', ...filesUnder('entrypoints')].map(read).join('\n');
  for (const [, name = ''] of manifests.matchAll(/__MSG_(\w+)__/g)) used.add(name);
  for (const [, name = ''] of manifests.matchAll(/data-message="(\w+)"/g)) used.add(name);
  expect(Object.keys(messagesOf('en')).filter((name) => !used.has(name))).toEqual([]);
});

test('the words that a page of ours has in its HTML are the English ones', () => {
  const english = messagesOf('en');
  const pages = filesUnder('entrypoints').filter((file) => file.endsWith('.html'));
  const words = [
    ...pages
      .map(read)
      .join('\n')
      .matchAll(/data-message="(\w+)">([^<]*)</g),
  ];
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter(([, name = '', text]) => english[name]?.message !== text)).toEqual([]);
});
