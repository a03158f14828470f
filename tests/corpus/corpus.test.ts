import { describe, expect, it } from 'vitest';
import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack.ts';
import { loadCorpus, loadPages, loadSentences } from './load-corpus.ts';
import { readPage, withoutLabels } from './read-page.ts';
import { readSentence, readSentences } from './read-sentences.ts';
import { type Marked, score, shortfalls } from './score.ts';
import { matcherSpotter } from './spot-with-matcher.ts';

const pageOf = (line: string) => ({
  group: 'g',
  source: 's',
  title: '',
  blocks: [readSentence(line)],
});
const scoreOf = (line: string, marks: Marked[]) => score([pageOf(line)], () => [marks]);

describe('the corpus', () => {
  it('holds at least 600 sentences', () => {
    const sentences = loadSentences().flatMap((page) => page.blocks);
    expect(sentences.length).toBeGreaterThanOrEqual(600);
  });

  it('holds at least 40 pages', () => {
    expect(loadPages().length).toBeGreaterThanOrEqual(40);
  });

  it('repeats no sentence', () => {
    const texts = loadSentences().flatMap((page) => page.blocks.map((block) => block.text));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('labels terms of the built-in pack only, and each of them', () => {
    const pack = new Set(assembleBuiltInPack().terms.map((term) => term.id));
    const labelled = new Set(
      [...loadSentences(), ...loadPages()].flatMap((page) =>
        page.blocks.flatMap((block) => block.labels.map((label) => label.term)),
      ),
    );
    expect([...labelled].sort()).toEqual([...pack].sort());
  });

  it('labels no span twice', () => {
    const twice = [...loadSentences(), ...loadPages()].flatMap((page) =>
      page.blocks.flatMap(({ text, labels }) =>
        labels
          .filter((a) => labels.some((b) => a !== b && a.start < b.end && b.start < a.end))
          .map((label) => `${page.source}: ${text.slice(label.start, label.end)}`),
      ),
    );
    expect(twice).toEqual([]);
  });
});

describe('spotting in the corpus', () => {
  const result = score(loadCorpus(), matcherSpotter());

  it('is over every bar', () => {
    expect(shortfalls(result)).toEqual([]);
  });

  it('makes the slips that are written down as known', () => {
    expect(result.mended).toEqual([]);
  });
});

describe('reading sentences', () => {
  it('takes the labels out and keeps their spans', () => {
    const { text, labels } = readSentence('Is [[o1|openai-o1]] by [[OpenAI|?openai]]?');
    expect(text).toBe('Is o1 by OpenAI?');
    expect(
      labels.map((label) => [text.slice(label.start, label.end), label.term, label.kind]),
    ).toEqual([
      ['o1', 'openai-o1', 'mention'],
      ['OpenAI', 'openai', 'open'],
    ]);
  });

  it('reads \\u escapes inside a label as one character', () => {
    const { text, labels } = readSentence('[[R1\\u2011Zero|deepseek-r1-zero]]!');
    expect(text).toBe('R1‑Zero!');
    expect(labels[0]).toMatchObject({ start: 0, end: 7 });
  });

  it('refuses a label without a term', () => {
    expect(() => readSentence('[[o1]] is out')).toThrow('a label is not [[text|term]]');
  });

  it('keeps lines without a blank one between them on one page', () => {
    const pages = readSentences('// note\na\nb\n\nc\n', 'g', 'f.txt');
    expect(pages.map((page) => page.blocks.map((block) => block.text))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(pages.map((page) => page.source)).toEqual(['f.txt:2', 'f.txt:5']);
  });
});

describe('reading pages', () => {
  const textsOf = (html: string) => readPage(html, 'g', 'f').blocks.map((block) => block.text);

  it('joins inline elements and splits at blocks, cells and line breaks', () => {
    expect(
      textsOf('<div>a <b>b</b><p>c</p>d<br>e</div><table><tr><td>f</td><td>g</td></tr></table>'),
    ).toEqual(['a b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('keeps a label whose name is broken by markup as one span', () => {
    const [block] = readPage('<p><m t="deepseek-r1"><b>Deep</b>Seek R1</m> x</p>', 'g', 'f').blocks;
    expect(block?.text).toBe('DeepSeek R1 x');
    expect(block?.labels).toEqual([{ start: 0, end: 11, term: 'deepseek-r1', kind: 'mention' }]);
  });

  it('keeps links that are set edge to edge apart', () => {
    expect(textsOf('<p><a href="#">R1</a><a href="#">Zero</a></p>')).toEqual(['R1\u001fZero']);
  });

  it('reads on across the edge of a link that no letter touches', () => {
    expect(textsOf('<p><a href="#">o1</a>-mini, <a href="#">DeepSeek</a> R1</p>')).toEqual([
      'o1-mini, DeepSeek R1',
    ]);
  });

  it('keeps a footnote mark apart from the name before it', () => {
    expect(textsOf('<p>o1<sup>2</sup> is out</p>')).toEqual(['o1\u001f2\u001f is out']);
  });

  it('reads no code, and lets no name reach across it', () => {
    expect(textsOf('<p>DeepSeek <code>R1</code>Zero</p>')).toEqual(['DeepSeek \u001fZero']);
  });

  it('takes the title, which is no block', () => {
    const page = readPage('<title>A &amp; B</title><p>c</p>', 'g', 'f');
    expect(page.title).toBe('A & B');
    expect(page.blocks).toHaveLength(1);
  });

  it('refuses a page whose elements are not closed in order', () => {
    expect(() => textsOf('<p><b>a</p></b>')).toThrow('f: </p> closes nothing');
  });

  it('leaves no label in the page that readers get', () => {
    expect(withoutLabels('<p>a <m t="moe">MoE</m> <main>x</main></p>')).toBe(
      '<p>a MoE <main>x</main></p>',
    );
  });
});

describe('scoring', () => {
  it('counts a mark of the right term that overlaps as found, and exact only on the same span', () => {
    const { overall } = scoreOf('[[OpenAI o1|openai-o1]] is out', [
      { start: 7, end: 9, term: 'openai-o1' },
    ]);
    expect(overall).toMatchObject({ expected: 1, found: 1, exact: 0, falseMarks: 0 });
  });

  it('counts a mark elsewhere in the block as false, and the label as missed', () => {
    const { overall } = scoreOf('[[R1|deepseek-r1]] on router R1', [
      { start: 13, end: 15, term: 'deepseek-r1' },
    ]);
    expect(overall).toMatchObject({ expected: 1, found: 0, falseMarks: 1 });
    expect([overall.precision, overall.recall]).toEqual([0, 0]);
  });

  it('counts a mark of another term as a false mark and a miss', () => {
    const { overall, slips } = scoreOf('[[R1|deepseek-r1]]', [{ start: 0, end: 2, term: 'moe' }]);
    expect(overall).toMatchObject({ expected: 1, found: 0, falseMarks: 1 });
    expect(slips.map((slip) => [slip.kind, slip.term])).toEqual([
      ['miss', 'deepseek-r1'],
      ['false mark', 'moe'],
    ]);
  });

  it('counts a second mark on one label as false', () => {
    const { overall } = scoreOf('[[OpenAI o1|openai-o1]]', [
      { start: 0, end: 6, term: 'openai-o1' },
      { start: 7, end: 9, term: 'openai-o1' },
    ]);
    expect(overall).toMatchObject({ found: 1, falseMarks: 1 });
  });

  it('counts neither a mark nor none on an open label', () => {
    for (const marks of [[], [{ start: 0, end: 6, term: 'openai' }]])
      expect(scoreOf('[[OpenAI|?openai]] o3', marks).overall).toMatchObject({
        expected: 0,
        found: 0,
        falseMarks: 0,
      });
  });

  it('counts known slips, and tells when they are mended', () => {
    const known = scoreOf('[[R1|!deepseek-r1]] on the [[V3|-deepseek-v3]] line', [
      { start: 10, end: 12, term: 'deepseek-v3' },
    ]);
    expect(known.overall).toMatchObject({ expected: 1, found: 0, falseMarks: 1 });
    expect(known.slips.every((slip) => slip.known)).toBe(true);
    expect(known.mended).toEqual([]);

    const mended = scoreOf('[[R1|!deepseek-r1]] on the [[V3|-deepseek-v3]] line', [
      { start: 0, end: 2, term: 'deepseek-r1' },
    ]);
    expect(mended.slips).toEqual([]);
    expect(mended.mended).toHaveLength(2);
  });

  it('holds every class to its own precision, however good the whole', () => {
    const good = Array.from({ length: 200 }, () => pageOf('[[R1|deepseek-r1]]'));
    const bad = { ...pageOf('R1 street'), group: 'roads' };
    const result = score([...good, bad], () => [[{ start: 0, end: 2, term: 'deepseek-r1' }]]);
    expect(shortfalls(result)).toEqual(['precision 0.0000 in roads is under 0.95']);
  });
});
