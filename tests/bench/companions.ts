import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The world of a script that does nothing: like the bare pass, an extension in the same frames as ours. */
export const EMPTY_SCRIPT = 'Bench: empty script';

/** What the function is called that makes the bare pass. */
export const PASS = 'barePass';

/**
 * The bare pass: every text node of the document, and how long it is. Its code and its nodes are as cold as ours, in a
 * world of its own, and in every frame, as our script runs in every frame.
 */
const PASS_SCRIPT = `function ${PASS}() {
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.data.length;
  return length;
}
// In a task of its own, so that the evaluation is no part of it.
setTimeout(${PASS});`;

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
