/** `npm run pack -- check|stats|diff FILE…`: for authors of packs. */
import { comparePacks, type Difference } from '../src/glossary/compare-packs';
import { LANGUAGES } from '../src/glossary/language';
import { lintPack } from '../src/glossary/lint-pack';
import { PackError } from '../src/glossary/parse-pack';
import { readPackFile } from './read-pack-file';

const USAGE = `Usage:
  npm run pack -- check FILE…   hold packs to the format, and give advice
  npm run pack -- stats FILE…   count what is in them
  npm run pack -- diff OLD NEW  show what a newer version adds, takes away and changes`;

function check(file: string): void {
  const pack = readPackFile(file);
  const advice = lintPack(pack);
  for (const { path, reason } of advice) console.log(`${file}: ${path}: advice: ${reason}`);
  const counted = advice.length === 1 ? '1 word' : `${advice.length} words`;
  console.log(`${file}: fits the format; ${counted} of advice`);
}

function stats(file: string): void {
  const pack = readPackFile(file);
  const aliases = pack.terms.flatMap((term) => term.aliases);
  const languages = LANGUAGES.filter((language) =>
    pack.facts.some(({ text }) => text[language] !== undefined),
  );
  const strong = aliases.filter(({ strength }) => strength === 'strong').length;
  const cautions = pack.facts.filter(({ caution }) => caution !== undefined).length;
  console.log(`${file}: ${pack.id} ${pack.version}, as of ${pack.asOf}
  terms     ${pack.terms.length}
  aliases   ${aliases.length} (${strong} strong, ${aliases.length - strong} weak)
  facts     ${pack.facts.length} (${cautions} with a caution) in ${languages.join(', ') || 'no language'}
  measures  ${pack.measures?.length ?? 0}
  events    ${pack.events?.length ?? 0}`);
}

function diff(oldFile: string, newFile: string): void {
  const { terms, facts } = comparePacks(readPackFile(oldFile), readPackFile(newFile));
  const show = (what: string, difference: Difference<{ id: string }>) => {
    for (const { id } of difference.added) console.log(`+ ${what} ${id}`);
    for (const { id } of difference.removed) console.log(`- ${what} ${id}`);
    for (const { after } of difference.changed) console.log(`~ ${what} ${after.id}`);
  };
  show('term', terms);
  show('fact', facts);
  const same = [terms, facts].every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );
  if (same) console.log(`${newFile}: holds the same terms and facts as ${oldFile}`);
}

function main([command, ...files]: string[]): void {
  const [oldFile, newFile] = files;
  if (command === 'check' && files.length > 0) {
    inTurn(files, check);
  } else if (command === 'stats' && files.length > 0) {
    inTurn(files, stats);
  } else if (command === 'diff' && oldFile && newFile && files.length === 2) {
    inTurn([newFile], () => diff(oldFile, newFile));
  } else {
    console.error(USAGE);
    process.exitCode = 2;
  }
}

/** Does something with every file; one that is refused is told on standard error and the rest still done. */
function inTurn(files: readonly string[], act: (file: string) => void): void {
  for (const file of files) {
    try {
      act(file);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2));
