import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putBehind } from '../../../scripts/put-behind';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scripts-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, code: string) => writeFile(join(folder, name), code);

/** Runs a script of the folder. */
async function run(name: string, world: { isAwaited: boolean }) {
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const begin = (call: () => void) => {
    if (world.isAwaited) waiting.push(call);
    else call();
  };
  runInNewContext(await readFile(join(folder, name), 'utf8'), { said, begin });
  return { said, later: () => waiting[0]?.() };
}

test('a script runs when the one before it says so, and none of it earlier', async () => {
  await write('first.js', 'var first=1;begin(()=>behind()); // the end');
  await write('one.js', 'class One{static said=said.push("one")}\none;function one(){} // end');
  await write('two.js', 'said.push("two")');
  await putBehind(folder, 'first.js', ['one.js', 'two.js']);
  expect(await readdir(folder)).toEqual(['one.js', 'two.js']);
  expect((await run('one.js', { isAwaited: false })).said).toEqual(['one']);
  const { said, later } = await run('two.js', { isAwaited: true });
  expect(said).toEqual([]);
  later();
  expect(said).toEqual(['two']);
});

test('what tells the engine to compile all at once stays in the first line', async () => {
  await write('first.js', 'begin(()=>behind())');
  await write('eager.js', '//# allFunctionsCalledOnLoad\nsaid.push("eager")');
  await putBehind(folder, 'first.js', ['eager.js']);
  const code = await readFile(join(folder, 'eager.js'), 'utf8');
  expect(code.match(/\/\/# allFunctionsCalledOnLoad\n/g)).toHaveLength(1);
  expect(code.startsWith('//# allFunctionsCalledOnLoad\n')).toBe(true);
  expect((await run('eager.js', { isAwaited: false })).said).toEqual(['eager']);
});

test('a first script that would never let the other run is refused, and nothing is changed', async () => {
  await write('first.js', 'begin()');
  await write('other.js', 'said.push("other")');
  await expect(putBehind(folder, 'first.js', ['other.js'])).rejects.toThrow(
    'first.js never calls behind()',
  );
  expect(await readFile(join(folder, 'other.js'), 'utf8')).toBe('said.push("other")');
});
