import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The names of the worlds that the yardsticks run in: two further extensions in the same page. */
export const EMPTY_SCRIPT = 'Bench: empty script';
export const BARE_PASS = 'Bench: bare pass';

/** The performance mark that tells that a page has been measured. */
export const MEASURED = 'bench-measured';

/** Milliseconds after the page is idle until the bare pass: we are done by then. */
const LATER = 1_200;

/**
 * The bare pass: every text node of the page, and how long it is. Its code and its nodes are as cold as ours,
 * in a world of its own.
 */
const PASS = `setTimeout(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.data.length;
  setTimeout(() => performance.mark('${MEASURED}', { detail: length }));
}, ${LATER});`;

/** Writes the extensions that serve as yardsticks, and takes them away again at the end. */
export class Companions {
  private readonly root = mkdtempSync(join(tmpdir(), 'ai-footnotes-bench-'));
  readonly folders: readonly string[];

  constructor() {
    this.folders = [
      this.write(EMPTY_SCRIPT, '// Nothing: what any script costs.'),
      this.write(BARE_PASS, PASS),
    ];
  }

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
      content_scripts: [{ matches: ['<all_urls>'], js: ['script.js'], run_at: 'document_idle' }],
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'script.js'), script);
    return folder;
  }
}
