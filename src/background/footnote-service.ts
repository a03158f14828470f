import builtInPack from 'virtual:built-in-pack';
import browser, { type Scripting } from 'webextension-polyfill';
import { calendarDay } from '../footnotes/calendar-day';
import {
  addFootnote,
  editFootnote,
  editTerm,
  type Footnote,
  type NewTerm,
  removeFootnote,
} from '../footnotes/own-pack';
import { inLanguage } from '../glossary/language';
import { OWN_PACK_ID } from '../glossary/own-pack-id';
import type { Fact, Pack, Term } from '../glossary/pack-schema';
import { PackError } from '../glossary/parse-pack';
import type { Answers, Sender } from '../messaging/answer';
import type { FootnoteDraft, ListedTerm, Params, SaveResult } from '../messaging/vocabulary';
import { importPack } from '../packs/import-pack';
import { openPackDatabase, type PackDatabase } from '../packs/pack-database';
import { publishChange } from '../packs/publish-change';
import { fromReaderPacks } from '../packs/read-reader-packs';
import { readNames, readPack, readTermIds, readTerms, removePack } from '../packs/reader-packs';
import { readSettings } from '../settings/store';
import { factsLanguage } from '../ui/facts-language';
import { documentOf } from './document-of';

/** What the background does with the reader's own footnotes. */
export const footnoteAnswers: Pick<
  Answers,
  | 'footnote.form'
  | 'footnote.read'
  | 'footnote.save'
  | 'footnote.remove'
  | 'term.edit'
  | 'terms.list'
> = {
  'footnote.form': async ({ fact }, sender) => showForm(sender, fact),
  'footnote.read': async ({ fact }) => draftOf(await readOwnPack(), fact),
  'footnote.save': saveFootnote,
  'footnote.remove': async ({ fact }) => {
    await changeOwnPack(async (pack) => removeFootnote(pack ?? missing(fact), fact));
    return undefined;
  },
  'term.edit': async ({ id, term }) =>
    resultOf(changeOwnPack(async (pack) => editTerm(pack ?? missing(id), id, term as NewTerm))),
  'terms.list': listTerms,
};

/** Shows the form in a document: for a footnote to edit, or for a new one on what is selected there. */
export async function showFootnoteForm(
  target: Scripting.InjectionTarget,
  fact?: string,
): Promise<void> {
  // Also in one that never ends to load.
  const where = { target, injectImmediately: true };
  await browser.scripting.executeScript({ ...where, func: askForForm, args: [fact ?? null] });
  await browser.scripting.executeScript({ ...where, files: ['clip.js'] });
}

/** Runs in the page's isolated world and sees nothing of this module: the form finds there what to edit. */
function askForForm(fact: string | null): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.edit')] = fact ?? undefined;
}

async function showForm(sender: Sender, fact?: string): Promise<undefined> {
  await showFootnoteForm(documentOf(sender), fact);
}

async function saveFootnote({ footnote, replaces }: Params['footnote.save']): Promise<SaveResult> {
  const change = changeOwnPack(async (pack, database) => {
    const whole = await withTerm(footnote, pack, database);
    const known = [...builtInPack.terms.map(({ id }) => id), ...(await readTermIds(database))];
    if (replaces === undefined) {
      return addFootnote(pack, whole, calendarDay(new Date()), known).pack;
    }
    return editFootnote(pack ?? missing(replaces), replaces, whole, known);
  });
  return resultOf(change);
}

/** What came of a change: what the pack format says against it, or why its names are not marked. */
async function resultOf(change: Promise<string | undefined>): Promise<SaveResult> {
  try {
    const unmarked = await change;
    return { problems: [], ...(unmarked !== undefined && { unmarked }) };
  } catch (error) {
    if (error instanceof PackError) return { problems: error.problems };
    throw error;
  }
}

/**
 * Changes the reader's pack, one change after the other: of two at once, both are kept.
 *
 * @returns why the names could not be handed to pages, if so.
 */
async function changeOwnPack(
  change: (pack: Pack | undefined, database: PackDatabase) => Promise<Pack | undefined>,
): Promise<string | undefined> {
  return navigator.locks.request(OWN_PACK_ID, async () => {
    const database = await openPackDatabase();
    try {
      const changed = await change(await readPack(database, OWN_PACK_ID), database);
      if (changed === undefined) await removePack(database, OWN_PACK_ID);
      else await importPack(database, changed, { now: Date.now() });
    } finally {
      database.close();
    }
    return publishChange();
  });
}

async function readOwnPack(): Promise<Pack | undefined> {
  const database = await openPackDatabase();
  try {
    return await readPack(database, OWN_PACK_ID);
  } finally {
    database.close();
  }
}

async function withTerm(
  draft: FootnoteDraft,
  own: Pack | undefined,
  database: PackDatabase,
): Promise<Footnote> {
  const { term, ...rest } = draft;
  if (typeof term !== 'string') return { ...rest, term } as Footnote;
  const packs = [own, builtInPack, ...(await readTerms(database, [term]))];
  return { ...rest, term: termIn(packs, term) } as Footnote;
}

function termIn(packs: readonly (Pack | undefined)[], id: string): Term {
  for (const pack of packs) {
    const term = pack?.terms.find((known) => known.id === id);
    if (term) return term;
  }
  throw new Error(`no pack knows the term "${id}"`);
}

function draftOf(pack: Pack | undefined, id: string): FootnoteDraft {
  const fact = pack?.facts.find((known) => known.id === id) ?? missing(id);
  const language = languageOf(fact);
  const source = fact.source;
  const [term] = fact.terms;
  if (source === undefined || term === undefined) throw new Error(`"${id}" was not clipped`);
  const { text: attribution } = (fact.attribution && inLanguage(fact.attribution, language)) ?? {};
  return {
    language,
    text: fact.text[language] ?? '',
    term,
    kind: fact.kind,
    ...(attribution !== undefined && { attribution }),
    source: {
      title: inLanguage(source.title, language)?.text ?? '',
      publisher: inLanguage(source.publisher, language)?.text ?? '',
      date: source.date,
      ...(source.link !== undefined && { link: source.link }),
    },
  };
}

function languageOf({ text }: Fact): FootnoteDraft['language'] {
  return inLanguage(text, 'en')?.language ?? 'en';
}

function missing(id: string): never {
  throw new Error(`there is no footnote "${id}"`);
}

async function listTerms(): Promise<ListedTerm[]> {
  const language = factsLanguage((await readSettings()).values);
  const terms = new Map<string, ListedTerm>();
  const packs = [builtInPack, ...(await fromReaderPacks(readNames))];
  for (const { id, name, category } of packs.flatMap((pack) => pack.terms)) {
    const spoken = inLanguage(name, language);
    if (spoken && !terms.has(id)) terms.set(id, { id, name: spoken, category });
  }
  const { compare } = new Intl.Collator(language);
  return [...terms.values()].sort((one, other) => compare(one.name.text, other.name.text));
}
