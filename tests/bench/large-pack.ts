import type { Session } from '../../scripts/browser/session';
import { coinedName } from './coined-name';
import { runInPage } from './run-in-page';

/** The most terms there may be. */
const TERMS = 10_000;

/** Milliseconds until the pack must be in use. */
const LIMIT = 60_000;

/** Imports a pack of ten thousand terms, each with a name in two spellings, as a reader does. */
export async function importLargePack(session: Session): Promise<void> {
  const names = Array.from({ length: TERMS }, (_, at) => `${coinedName(at)} ${at % 10}`);
  const page = await session.extension.openPage('glossary.html#page=packs');
  await page.waitForSelector('.packs .pack', { timeout: LIMIT });
  await runInPage(page, dropPack, names);
  await page.waitForSelector('.import.kept', { timeout: LIMIT });
  await page.close();
}

/** Runs in the page of packs. */
function dropPack(names: readonly string[]): void {
  const text = (en: string) => ({ en });
  const pack = {
    format: 1,
    id: 'bench',
    version: '1.0.0',
    title: text('Bench'),
    source: { publisher: text('P'), title: text('T'), date: '2025-01-01', language: 'en' },
    asOf: '2025-01-01',
    licence: 'CC0-1.0',
    terms: names.map((name, number) => ({
      id: `term-${number}`,
      category: 'model',
      name: text(name),
      summary: text(`What ${name} is.`),
      aliases: [
        { text: name, strength: 'strong' },
        { text: `Model ${name}`, strength: 'strong' },
      ],
    })),
    facts: [{ id: 'fact', terms: ['term-0'], text: text('One.'), kind: 'reported', passage: 1 }],
  };
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([JSON.stringify(pack)], 'bench.json'));
  document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
}
