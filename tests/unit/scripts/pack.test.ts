import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const example = join(root, 'docs/examples/lantern-report.json');
const folder = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function pack(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/pack.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('npm run pack', () => {
  it('finds nothing to say of the example in the docs', () => {
    expect(pack('check', example)).toEqual({
      status: 0,
      stdout: `${example}: fits the format; 0 words of advice\n`,
      stderr: '',
    });
  });

  it('refuses a broken pack with file, path and reason, and checks the others', () => {
    const broken = JSON.parse(readFileSync(example, 'utf8'));
    broken.terms[1].aliases[0].text = 'evil\u202Etext';
    broken.facts[0].terms = ['nobody'];
    const bad = fileOf('bad.json', JSON.stringify(broken));
    const truncated = fileOf('truncated.json', '{"format": 1,');
    const { status, stdout, stderr } = pack('check', bad, truncated, example);
    expect(status).toBe(1);
    expect(stderr).toContain(`${bad}: terms[1].aliases[0].text: holds a control or`);
    expect(stderr).toContain(`${truncated}: is not JSON`);
    expect(stdout).toContain('0 words of advice');
  });

  it('counts what is in a pack', () => {
    const { stdout } = pack('stats', example);
    expect(stdout).toMatch(/terms +2/);
    expect(stdout).toMatch(/aliases +5 \(4 strong, 1 weak\)/);
    expect(stdout).toMatch(/facts +2 \(1 with a caution\) in en, zh-Hans/);
  });

  it('shows what a newer version changes', () => {
    const newer = JSON.parse(readFileSync(example, 'utf8'));
    newer.facts[0].text.en = 'Tidewater Labs published Lantern 7B on 28 May 2025, a Wednesday.';
    newer.facts[1].id = 'other-speed';
    const { stdout } = pack('diff', example, fileOf('newer.json', JSON.stringify(newer)));
    expect(stdout.trim().split('\n')).toEqual([
      '+ fact other-speed',
      '- fact laptop-speed',
      '~ fact release',
    ]);
    expect(pack('diff', example, example).stdout).toContain('holds the same terms and facts');
  });

  it('reads a file that an editor has begun with a byte-order mark', () => {
    const marked = fileOf('marked.json', `\ufeff${readFileSync(example, 'utf8')}`);
    expect(pack('check', marked).stderr).toBe('');
  });

  it('says how it is used when the command is unknown', () => {
    const { status, stderr } = pack('chekc', example);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run pack -- check');
  });
});
