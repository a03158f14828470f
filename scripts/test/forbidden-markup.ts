/** What a page or a style sheet could take from elsewhere, or run in place. */
const FORBIDDEN: readonly RegExp[] = [
  /\b(?:src|href|action)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:|\/\/)[^"'\s>]*/gi,
  /<script(?![^>]*\ssrc=)[^>]*>/gi,
  /\son[a-z]+\s*=\s*["'][^"']*/gi,
  /<(?:iframe|object|embed|base)\b[^>]*/gi,
  /@import\b[^;]*/gi,
  /url\(\s*["']?\s*(?!data:)(?:[a-z][a-z0-9+.-]*:|\/\/)[^)]*/gi,
];

/** What in a page or a style sheet of the package comes from elsewhere, or is script in the page itself. */
export function forbiddenMarkup(text: string): string[] {
  return FORBIDDEN.flatMap((pattern) => text.match(pattern) ?? []).map((found) => found.trim());
}
