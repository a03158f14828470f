import type { Session } from '../../scripts/browser/session';
import type { Fact } from '../../src/glossary/pack-schema';
import { benchPack } from './bench-pack';
import { coinedName } from './coined-name';
import { runInPage } from './run-in-page';

/** The most terms there may be. */
const TERMS = 10_000;

/** Milliseconds until the pack must be in use. */
const LIMIT = 60_000;

/** Imports a pack of ten thousand terms, each with a name in two spellings, as a reader does. */
export async function importLargePack(session: Session): Promise<void> {
  const pack = benchPack(
    Array.from({ length: TERMS }, (_, number) => {
      const name = `${coinedName(number)} ${number % 10}`;
      return {
        id: `term-${number}`,
        category: 'model',
        name: { en: name },
        summary: { en: `What ${name} is.` },
        aliases: [
          { text: name, strength: 'strong' },
          { text: `Model ${name}`, strength: 'strong' },
        ],
      };
    }),
  );
  const fact: Fact = {
    id: 'fact',
    terms: ['term-0'],
    text: { en: 'One.' },
    kind: 'reported',
    passage: 1,
  };
  const page = await session.extension.openPage('glossary.html#page=packs');
  await page.waitForSelector('.packs .pack', { timeout: LIMIT });
  await runInPage(page, dropFile, JSON.stringify({ ...pack, facts: [fact] }));
  await page.waitForSelector('.import.kept', { timeout: LIMIT });
  await page.close();
}

/** Runs in the page of packs. */
function dropFile(text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'bench.json'));
  document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
}
