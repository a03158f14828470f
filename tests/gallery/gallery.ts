import en from '../../public/_locales/en/messages.json';
import zhCn from '../../public/_locales/zh_CN/messages.json';
import zhTw from '../../public/_locales/zh_TW/messages.json';
import type { CardTerm } from '../../src/glossary/card-term';
import type { Language } from '../../src/glossary/language';
import type { MessageName } from '../../src/messaging/vocabulary';
import type { CardHandle, Mark, PageHandle } from '../../src/page/page-handle';
import { SPECIMENS, type SpecimenName } from './specimens';

/**
 * The card as it is, in a page of its own: the extension's API is made up, its facts come from
 * {@link SPECIMENS}, and its shadow tree is open, so that tests reach into it. The address says what to
 * show: `?language=zh-Hans&facts=en&theme=dark&term=deepseek-r1`.
 */

const LOCALES: Record<Language, Record<string, { message: string }>> = {
  en,
  'zh-Hans': zhCn,
  'zh-Hant': zhTw,
};

const query = new URLSearchParams(location.search);
let language = (query.get('language') ?? 'en') as Language;
let theme = query.get('theme') ?? 'system';
let facts = query.get('facts') as Language | null;

/** What the card has asked of the background, newest last. */
const asked: { name: MessageName; params: unknown }[] = [];

/** What cards were told, so that it can be told in another language. */
const told: { id: SpecimenName; term: CardTerm }[] = [];

function termOf(id: SpecimenName, wanted?: Language): CardTerm | undefined {
  return SPECIMENS[id]?.(wanted ?? facts ?? language);
}

function answer(message: { name: MessageName; params: { ids?: string[]; language?: Language } }) {
  asked.push(message);
  if (message.name !== 'terms.read') return { result: undefined };
  if (query.has('broken')) return { error: 'the facts cannot be read' };
  const ids = (message.params.ids ?? []) as SpecimenName[];
  const result = ids.map((id) => {
    const term = termOf(id, message.params.language);
    if (term) told.push({ id, term });
    return term;
  });
  return { result };
}

const openDelay = Number(query.get('delay') ?? 400);
const pageSettings = () => ({ openDelay, theme });
let settingsChanged = (_changes: object, _area: string) => {};

const api = {
  runtime: { id: 'gallery', sendMessage: async (message: never) => answer(message) },
  i18n: {
    getMessage: (name: string, substitutions: string[] = []) =>
      LOCALES[language][name]?.message.replace(/\$(\d)/g, (_, at) => substitutions[at - 1] ?? ''),
  },
  storage: {
    local: { get: async () => ({ 'page-settings': pageSettings() }) },
    onChanged: {
      addListener(listener: typeof settingsChanged) {
        settingsChanged = listener;
      },
      removeListener() {},
    },
  },
};
for (const name of ['browser', 'chrome']) Object.defineProperty(globalThis, name, { value: api });

const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attachShadow.call(this, { ...init, mode: 'open' });
};

const taken: string[] = [];
const page: PageHandle = {
  count: 0,
  yieldsTo: () => true,
  list: async () => [],
  reveal() {},
  revealSelection: () => false,
  selectedTerms: () => [],
  step() {},
  stop() {},
  notThis: (id) => void taken.push(id),
};

function markOf(element: Element): Mark {
  return {
    id: element.id,
    term: (element as HTMLElement).dataset.term ?? query.get('term') ?? 'deepseek-r1',
    text: element.textContent ?? '',
    element,
    rects: () => [...element.getClientRects()],
  };
}

async function start(): Promise<CardHandle> {
  // The API has to stand before the modules that take it.
  const { startCard } = await import('../../src/card/start-card');
  return startCard(page);
}

const card = start();
card.then((handle) => {
  addEventListener('pointerover', (event) => {
    const mark = (event.target as Element).closest('[data-mark]');
    if (mark) handle.markEntered(markOf(mark), performance.now());
    else handle.markLeft();
  });
});

Object.assign(globalThis, {
  gallery: {
    asked,
    taken,
    async reach(id: string) {
      const element = document.getElementById(id);
      if (element) (await card).markReached(markOf(element), 2, 7);
    },
    async tap(id: string) {
      const element = document.getElementById(id);
      if (element) (await card).markTapped(markOf(element));
    },
    /** Shows what is there in another language and theme, in the state it is in. */
    look(wanted: { language: Language; theme: string; facts?: Language }) {
      ({ language, theme } = wanted);
      facts = wanted.facts ?? null;
      document.documentElement.lang = language;
      document.documentElement.dataset.theme = theme;
      for (const { id, term } of told) Object.assign(term, termOf(id));
      settingsChanged({ 'page-settings': { newValue: pageSettings() } }, 'local');
    },
    async changed() {
      (await card).marksChanged();
    },
    async stop() {
      (await card).stop();
    },
  },
});
