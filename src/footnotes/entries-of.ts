import { cleanText } from './clean-text';

/** The entries of a list typed with commas, Latin or Chinese. */
export function entriesOf(list: string): string[] {
  const entries = list.split(/[,，、;；]/u).map(cleanText);
  return entries.filter(Boolean);
}
