/** A span of a block that a person labelled. Offsets are UTF-16 code units. */
export interface Label {
  start: number;
  end: number;
  term: string;
  /**
   * `mention`: to be found. `open`: readers may differ, right with and without a mark. `missed`: to be found,
   * known not to be. `marked`: not a mention, known to be marked.
   */
  kind: 'mention' | 'open' | 'missed' | 'marked';
}

/** What a reader sees as one paragraph, cell or list item. */
export interface Block {
  text: string;
  labels: Label[];
}

export interface CorpusPage {
  /** The class of text, by which the score is kept. */
  group: string;
  /** Where a person finds it: file, and line for sentences. */
  source: string;
  /** The document's title, empty where it has none. */
  title: string;
  blocks: Block[];
}

const KIND_OF_SIGN: Readonly<Record<string, Label['kind']>> = {
  '?': 'open',
  '!': 'missed',
  '-': 'marked',
};

/** Reads `?openai` as an open label of `openai`; without a sign it is a mention. */
export function readLabelTarget(target: string): Pick<Label, 'term' | 'kind'> {
  const kind = KIND_OF_SIGN[target.charAt(0)];
  return kind ? { term: target.slice(1), kind } : { term: target, kind: 'mention' };
}
