import { parseArgs } from 'node:util';
import { loadCorpus } from './load-corpus.ts';
import { BARS, score, shortfalls, type Tally } from './score.ts';
import { matcherSpotter } from './spot-with-matcher.ts';

/** `npm run corpus`: prints how well names are spotted, and fails where that falls short of the bars. */

const { values: options } = parseArgs({
  options: {
    verbose: { type: 'boolean', default: false },
    class: { type: 'string' },
    term: { type: 'string' },
  },
});

const pages = loadCorpus().filter((page) => !options.class || page.group.startsWith(options.class));
const result = score(pages, matcherSpotter());

const percent = (value: number) => (100 * value).toFixed(1).padStart(6);
const row = (name: string, tally: Tally) =>
  [
    name.padEnd(30),
    String(tally.expected).padStart(6),
    String(tally.expected - tally.found).padStart(6),
    String(tally.falseMarks).padStart(6),
    percent(tally.precision),
    percent(tally.recall),
    percent(tally.found === 0 ? 1 : tally.exact / tally.found),
  ].join(' ');
const head = (name: string) => `\n${name.padEnd(30)} labels missed  false  prec.%  recall  exact%`;

console.log(head('class'));
for (const [name, tally] of result.groups) console.log(row(name, tally));
console.log(head('term'));
for (const [name, tally] of [...result.terms].sort(([a], [b]) => a.localeCompare(b)))
  console.log(row(name, tally));
console.log(head('overall'));
console.log(row(`${pages.length} pages`, result.overall));

if (options.verbose || options.term) {
  for (const slip of result.slips.filter((it) => !options.term || it.term === options.term)) {
    const kind = slip.known ? `${slip.kind}, known` : slip.kind;
    console.log(`\n${kind}: ${slip.term}\n  ${slip.source}\n  ${slip.excerpt}`);
  }
}
for (const { source, excerpt } of result.mended)
  console.log(`\nno slip any more, take its sign out:\n  ${source}\n  ${excerpt}`);

const short = shortfalls(result);
console.log(
  short.length === 0
    ? `\nOver every bar: precision ${BARS.precision}, recall ${BARS.recall}, precision of a class ${BARS.groupPrecision}.`
    : `\n${short.join('\n')}`,
);
if (short.length > 0) process.exitCode = 1;
