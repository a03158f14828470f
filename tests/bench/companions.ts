import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { runInPage } from './run-in-page';

/** The world of a script that does nothing: like the bare pass, an extension in the same frames as ours. */
export const EMPTY_SCRIPT = 'Bench: empty script';

/** What a document is told when it is time for the bare pass: we are done by then. */
const TIME_TO_PASS = 'bench-time-to-pass';

/** What the function is called that makes the bare pass. */
export const PASS = 'barePass';

/**
 * The bare pass: every text node of the document, and how long it is. Its code and its nodes are as cold as
 * ours, in a world of its own.
 */
const PASS_SCRIPT = `function ${PASS}() {
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.data.length;
  return length;
}
addEventListener('message', ({ data }) => {
  // In a task of its own, so that the message is no part of it.
  if (data === '${TIME_TO_PASS}') setTimeout(${PASS});
});`;

/** Writes the extensions that serve as yardsticks, and takes them away again at the end. */
export class Companions {
  private readonly root = mkdtempSync(join(tmpdir(), 'ai-footnotes-bench-'));
  readonly emptyScript = this.write(EMPTY_SCRIPT, '// Nothing: what any script costs.');
  readonly barePass = this.write('Bench: bare pass', PASS_SCRIPT);

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private write(name: string, script: string): string {
    const folder = join(this.root, name.replace(/\W+/g, '-'));
    mkdirSync(folder);
    const manifest = {
      manifest_version: 3,
      name,
      version: '1.0',
      // As the script of every page is registered.
      content_scripts: [
        {
          matches: ['<all_urls>'],
          js: ['script.js'],
          run_at: 'document_idle',
          all_frames: true,
          match_origin_as_fallback: true,
        },
      ],
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'script.js'), script);
    return folder;
  }
}

/** Has the bare pass made in every frame of a page, as our script runs in every frame. */
export async function passOver(tab: Page): Promise<void> {
  await runInPage(tab, tellFrames, TIME_TO_PASS);
}

/** Runs in the page. */
async function tellFrames(message: string): Promise<void> {
  const tell = (frame: Window) => {
    frame.postMessage(message, '*');
    for (let index = 0; index < frame.length; index++) tell(frame[index] as Window);
  };
  tell(window);
  // Comes once nothing else is left to do: the messages first, then what they asked for.
  for (let idle = 0; idle < 2; idle++) await new Promise((done) => requestIdleCallback(done));
}
