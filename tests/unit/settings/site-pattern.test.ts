import { describe, expect, it } from 'vitest';
import {
  coversSite,
  matchPatternOf,
  parseSitePattern,
  parseTypedSite,
  patternOfSite,
  siteOf,
} from '../../../src/settings/site-pattern';

describe('the site of an address', () => {
  it.each([
    ['https://News.Example.com/a?b#c', 'news.example.com'],
    ['http://example.com.:8080/', 'example.com'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['http://[::1]:3000/', '[::1]'],
    ['file:///home/reader/page.html', 'file://'],
    ['about:blank', undefined],
    ['chrome://settings', undefined],
    ['data:text/html,x', undefined],
    ['no address', undefined],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('a pattern', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'news.example.com', true],
    ['example.com', 'badexample.com', false],
    ['news.example.com', 'example.com', false],
    ['file://', 'file://', true],
  ])('%s against the site %s: %s', (pattern, site, covered) => {
    expect(coversSite(pattern, site)).toBe(covered);
  });

  it.each([
    ['example.com', '*://*.example.com/*'],
    ['localhost', '*://*.localhost/*'],
    ['127.0.0.1', '*://127.0.0.1/*'],
    ['[::1]', '*://[::1]/*'],
    ['file://', 'file:///*'],
  ])('%s becomes the match pattern %s', (pattern, matchPattern) => {
    expect(matchPatternOf(pattern)).toBe(matchPattern);
  });

  it('of a site leaves out www, but not the whole name', () => {
    expect(patternOfSite('www.example.com')).toBe('example.com');
    expect(patternOfSite('www.com')).toBe('www.com');
    expect(patternOfSite('news.example.com')).toBe('news.example.com');
  });
});

describe('what somebody types for a site', () => {
  it.each([
    [' Example.COM ', 'example.com'],
    ['*.example.com', 'example.com'],
    ['*://*.example.com/*', 'example.com'],
    ['https://www.example.com/a?b=c#d', 'www.example.com'],
    ['localhost:8080', 'localhost'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['127.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['file:///home', 'file://'],
  ])('%s is read as %s', (typed, pattern) => {
    expect(parseSitePattern(typed)).toEqual({ pattern });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['*', 'everything'],
    ['*://*/*', 'everything'],
    ['https://', 'invalid'],
    ['exam*ple.com', 'wildcard'],
    ['example.*', 'wildcard'],
    ['chrome://settings', 'scheme'],
    ['javascript://example.com', 'scheme'],
    ['two words', 'invalid'],
    ['reader@example.com', 'invalid'],
    ['-example.com', 'invalid'],
    ['example..com', 'invalid'],
    ['ex ample.com', 'invalid'],
    [`${'a.'.repeat(150)}com`, 'invalid'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(parseSitePattern(typed)).toEqual({ problem });
  });

  it.each(['com', '*.com', '*://*.com/*', '中国', 'intranet:8080'])(
    '%s alone would be all that ends in it and is not taken',
    (typed) => {
      expect(parseTypedSite(typed)).toEqual({ problem: 'top-level' });
    },
  );

  it.each([
    ['http://intranet/wiki', 'intranet'],
    ['localhost:8080', 'localhost'],
    ['*.co.uk', 'co.uk'],
    ['[::1]', '[::1]'],
    ['file:///home', 'file://'],
  ])('%s is taken as %s', (typed, pattern) => {
    expect(parseTypedSite(typed)).toEqual({ pattern });
  });

  it('keeps the name of a computer that is in the list already', () => {
    expect(parseSitePattern('intranet')).toEqual({ pattern: 'intranet' });
  });

  it('stays as it is when read again', () => {
    for (const typed of ['Example.com', '*.b.example', '例子.中国', 'file:///x', '[::1]']) {
      const { pattern = '' } = parseSitePattern(typed);
      expect(parseSitePattern(pattern)).toEqual({ pattern });
    }
  });
});
