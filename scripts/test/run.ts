import { spawn } from 'node:child_process';

interface RunOptions {
  /** Lets it write to the terminal as it goes; otherwise its words are kept. */
  show?: boolean;
  /** Where it runs; here, unless said otherwise. */
  folder?: string;
  /** Variables beside those of this process. */
  environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program of `node_modules` with this Node.
 *
 * @param program Path of its script.
 * @returns Whether it ended with status 0, and what it said.
 */
export function run(
  program: string,
  args: readonly string[],
  { show = false, folder = '.', environment = {} }: RunOptions = {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ ok: false, output: error.message }));
    child.on('close', (status) => done({ ok: status === 0, output }));
  });
}
