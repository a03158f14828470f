import { describe, expect, it } from 'vitest';
import { hashOf, parseRoute, type Route } from '../../../src/glossary-page/route';

describe('an address of the glossary', () => {
  it.each<[string, Route]>([
    ['', { page: 'terms' }],
    ['#term=deepseek-r1', { page: 'terms', term: 'deepseek-r1' }],
    ['#search=%E8%92%B8%E9%A6%8F', { page: 'terms', search: '蒸馏' }],
    ['#compare=deepseek-r1,openai-o1', { page: 'compare', terms: ['deepseek-r1', 'openai-o1'] }],
    ['#compare=a,a,,b', { page: 'compare', terms: ['a', 'b'] }],
    ['#page=timeline', { page: 'timeline' }],
    ['#page=compare', { page: 'compare', terms: [] }],
    ['#page=nowhere', { page: 'terms' }],
    ['#%%%', { page: 'terms' }],
  ])('%s leads to %o', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each<[Route]>([
    [{ page: 'terms' }],
    [{ page: 'terms', term: 'o1', search: 'a&b=c #1' }],
    [{ page: 'compare', terms: ['a', 'b'] }],
    [{ page: 'compare', terms: [] }],
    [{ page: 'settings' }],
  ])('of %o leads back to it', (route) => {
    expect(parseRoute(hashOf(route))).toEqual(route);
  });
});
