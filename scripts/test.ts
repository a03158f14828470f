import { type Outcome, STEPS, type Step } from './test/steps';

/**
 * `npm test`: everything that must hold, in one run. A failing step does not keep the others from being
 * run. The last line is `N passed, N failed` over all of them. `npm test -- PART` runs the steps alone whose
 * names have that part.
 */

const parts = process.argv.slice(2);
const steps = STEPS.filter(
  ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
);
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const begun = performance.now();
  console.log(`\n— ${step.name}`);
  const { passed, failed, says } = await outcomeOf(step);
  total.passed += passed;
  total.failed += failed;
  if (says !== '') console.log(says);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(`${failed === 0 ? '✓' : '✗'} ${step.name}: ${seconds} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, says: error instanceof Error ? error.message : String(error) };
  }
}
