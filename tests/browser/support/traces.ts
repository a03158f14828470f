import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { everythingStored } from './everything-stored';
import type { World } from './in-each-browser';

/** Where a browser and the extension in it stand, as text: what may be left behind when its tabs are closed. */
export async function tracesIn(world: World): Promise<string> {
  const stored = await everythingStored(world);
  const told = await world.extension.evaluate(async (api) => {
    const tabs = await api.tabs.query({});
    return [
      await api.permissions.getAll(),
      await api.extension.isAllowedIncognitoAccess(),
      await api.scripting.getRegisteredContentScripts(),
      // Windows are kept, each with an empty tab.
      [...new Set(tabs.map(({ url }) => url))].sort(),
    ];
  });
  return JSON.stringify([stored, told]);
}

/** Takes away the files that tests have saved, and tells whether all is as it was then. */
export async function leftAsFound(world: World, tracesAtFirst: string): Promise<boolean> {
  const { downloads } = world.session;
  for (const name of await readdir(downloads)) await rm(join(downloads, name));
  return (await tracesIn(world)) === tracesAtFirst;
}
