import type { Pack } from '../../glossary/pack-schema';

/** Gives a pack to the reader as a file, in the form an author would write. */
export function savePack(pack: Pack): void {
  const text = `${JSON.stringify(pack, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${pack.id}-${pack.version}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
