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

/** What the other side of the strait says, and nobody here. */
const FOREIGN_WORDS = {
  zh_CN: /存取|介面|档案|滑鼠|网路|资讯|储存|萤幕|预设|程式|搜寻|汇入|汇出|还原/u,
  zh_TW: /文件|界面|鼠標|網絡|信息|存儲|屏幕|默認|程序|搜索|導入|導出|設置|保存|打開|恢復默認/u,
};

test.each(Object.entries(FOREIGN_WORDS))('%s speaks as its readers do', (locale, words) => {
  const texts = Object.values(messagesOf(locale)).map(({ message }) => message);
  expect(texts.filter((text) => words.test(text))).toEqual([]);
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
