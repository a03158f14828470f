import { expect, test } from 'vitest';
import { hostOfLink, LinkHost } from '../../../src/ui/link-host';

test("a link's host is told unless the name beside it is the same", () => {
  expect(hostOfLink('https://example.org:8080/x')).toBe('example.org:8080');
  expect(LinkHost({ link: 'https://example.org/x', beside: 'The Gazette' })).not.toBeNull();
  expect(LinkHost({ link: 'https://www.example.org/x', beside: 'example.org' })).toBeNull();
});

test('a link that leads nowhere, of a pack kept before such were refused, has no host', () => {
  for (const link of ['https://example.com:99999/', 'https://[/', 'https://xn--/']) {
    expect(hostOfLink(link)).toBe('');
    expect(LinkHost({ link, beside: 'The Gazette' })).toBeNull();
  }
});
