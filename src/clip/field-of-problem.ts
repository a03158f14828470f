/** The form's fields that a problem of a pack can be about. */
export type ClipField =
  | 'text'
  | 'attribution'
  | 'title'
  | 'publisher'
  | 'date'
  | 'link'
  | 'name'
  | 'spellings'
  | 'nearWords';

const FIELDS: readonly [path: RegExp, field: ClipField][] = [
  [/^facts\[\d+\]\.text/, 'text'],
  [/^facts\[\d+\]\.attribution/, 'attribution'],
  [/^facts\[\d+\]\.source\.title/, 'title'],
  [/^facts\[\d+\]\.source\.publisher/, 'publisher'],
  [/^facts\[\d+\](?:\.source)?\.date/, 'date'],
  [/^facts\[\d+\]\.source\.link/, 'link'],
  [/^terms\[\d+\]\.aliases\[\d+\]\.for/, 'nearWords'],
  [/^terms\[\d+\]\.aliases\[(?!0\])\d+\]/, 'spellings'],
  [/^terms\[\d+\]/, 'name'],
];

/**
 * The field that a problem with the reader's pack comes from.
 *
 * @param path Where the pack is wrong, as a `PackProblem` says.
 * @returns `undefined` where it is about the pack as a whole: one footnote too many.
 */
export function fieldOfProblem(path: string): ClipField | undefined {
  return FIELDS.find(([pattern]) => pattern.test(path))?.[1];
}

/** Which of the spellings of a new term a problem is about, from 0, its name being the first. */
export function spellingOfProblem(path: string): number {
  return Number(/\.aliases\[(\d+)\]/.exec(path)?.[1]);
}
