import { describe, expect, it } from 'vitest';
import { fieldOfProblem } from '../../../src/clip/field-of-problem';

describe('the field a problem with the pack comes from', () => {
  it.each([
    ['facts[12].text.zh-Hant', 'text'],
    ['facts[0].attribution.en', 'attribution'],
    ['facts[0].source.title.en', 'title'],
    ['facts[0].source.publisher.en', 'publisher'],
    ['facts[0].source.date', 'date'],
    ['facts[0].date', 'date'],
    ['facts[0].source.link', 'link'],
    ['terms[3].name.en', 'name'],
    ['terms[3].aliases', 'name'],
    ['terms[3].aliases[0].text', 'name'],
    ['terms[3].aliases[10].text', 'spellings'],
    ['terms[3].aliases[0].for.words[1]', 'nearWords'],
    ['facts', undefined],
    ['', undefined],
  ])('%s: %s', (path, field) => {
    expect(fieldOfProblem(path)).toBe(field);
  });
});
