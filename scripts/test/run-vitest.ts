import { readFileSync, rmSync } from 'node:fs';
import { run } from './run';
import type { Outcome } from './steps';

/** What is read of Vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
}

/**
 * Runs the tests of a Vitest configuration. A test that was skipped counts as failed: one that does not
 * run shows nothing.
 *
 * @param name Names the report in `.cache/`.
 */
export async function runVitest(name: string, config: string): Promise<Outcome> {
  const file = `.cache/${name}-tests.json`;
  rmSync(file, { force: true });
  const { ok } = await run(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show: true },
  );
  const report = readReport(file);
  if (report === undefined) return { passed: 0, failed: 1, says: 'Vitest left no report.' };
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + skipped;
  return {
    passed: report.numPassedTests,
    // A file that does not even load has no test to fail.
    failed: failed === 0 && !(ok && report.success) ? 1 : failed,
    says: skipped > 0 ? `${skipped} tests did not run; they count as failed.` : '',
  };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
