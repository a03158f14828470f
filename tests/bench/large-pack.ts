import type { Session } from '../../scripts/browser/session';
import { runInPage } from './run-in-page';

/** The most terms there may be. */
const TERMS = 10_000;

/** Milliseconds until the pack must be in use. */
const LIMIT = 60_000;

/** Imports a pack of ten thousand terms, each with a name in two spellings, as a reader does. */
export async function importLargePack(session: Session): Promise<void> {
  const page = await session.extension.openPage('glossary.html#page=packs');
  await page.waitForSelector('.packs .pack', { timeout: LIMIT });
  await runInPage(page, dropPack, TERMS);
  await page.waitForSelector('.import.kept', { timeout: LIMIT });
  await page.close();
}

/** Runs in the page of packs. */
function dropPack(terms: number): void {
  const text = (en: string) => ({ en });
  // Names as people coin them: syllables, now and then a number.
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ren',
    'sta',
    'tor',
    'vel',
    'dra',
    'phi',
    'no',
    'qua',
    'zen',
  ];
  const nameOf = (number: number) => {
    let name = '';
    for (let rest = number + 200; rest > 0; rest = Math.floor(rest / syllables.length)) {
      name += syllables[rest % syllables.length];
    }
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number % 10}`;
  };
  const pack = {
    format: 1,
    id: 'bench',
    version: '1.0.0',
    title: text('Bench'),
    source: { publisher: text('P'), title: text('T'), date: '2025-01-01', language: 'en' },
    asOf: '2025-01-01',
    licence: 'CC0-1.0',
    terms: Array.from({ length: terms }, (_, number) => ({
      id: `term-${number}`,
      category: 'model',
      name: text(nameOf(number)),
      summary: text(`What ${nameOf(number)} is.`),
      aliases: [
        { text: nameOf(number), strength: 'strong' },
        { text: `Model ${nameOf(number)}`, strength: 'strong' },
      ],
    })),
    facts: [{ id: 'fact', terms: ['term-0'], text: text('One.'), kind: 'reported', passage: 1 }],
  };
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([JSON.stringify(pack)], 'bench.json'));
  document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
}
