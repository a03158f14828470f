/** What went wrong, in the browser's words, with the name of the fault where it has one. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === 'Error' ? error.message : String(error);
}
