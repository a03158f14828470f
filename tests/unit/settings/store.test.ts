import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addToList,
  readSettings,
  removeFromList,
  resetSettings,
  setSetting,
  syncWaiting,
  UNSYNCED_KEY,
  watchSettings,
} from '../../../src/settings/store';
import { fakeBrowser, resetFakeBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-browser')).fakeBrowser,
}));

beforeEach(resetFakeBrowser);

const { storage } = fakeBrowser;
const sites = (count: number) => Array.from({ length: count }, (_, index) => `s${index}.example`);

describe('settings in storage.sync', () => {
  it('are the defaults until the reader sets them', async () => {
    const { values, mutedSites, unsynced } = await readSettings();
    expect(values.enabled).toBe(true);
    expect(values['card.delay']).toBe(400);
    expect(mutedSites).toEqual([]);
    expect(unsynced).toBe(0);
  });

  it('keep one key for each setting and each entry of a list', async () => {
    await setSetting('enabled', false);
    await addToList('mutedSites', 'one.example', 'two.example');
    await removeFromList('mutedSites', 'one.example');
    expect(storage.sync.items).toEqual({ enabled: false, 'muted.site.two.example': true });
  });

  it('keep all of 200 writes made at once', async () => {
    await Promise.all(sites(200).map((site) => addToList('mutedSites', site)));
    expect((await readSettings()).mutedSites).toHaveLength(200);
  });

  it('are written together when they come together', async () => {
    let operations = 0;
    watchSettings(() => {
      operations += 1;
    });
    await Promise.all(sites(200).map((site) => addToList('mutedSites', site)));
    expect(operations).toBeLessThan(5);
  });

  it('read a value that does not fit as the default and leave it where it is', async () => {
    storage.sync.items = {
      'marks.density': 'paragraph',
      'muted.site.not a host': true,
      'hidden.category.planet': true,
      'sounds.volume': 3,
    };
    const settings = await readSettings();
    expect(settings.values['marks.density']).toBe('section');
    expect(settings.mutedSites).toEqual([]);
    expect(settings.hiddenCategories).toEqual([]);
    await setSetting('theme', 'dark');
    expect(storage.sync.items).toMatchObject({
      'marks.density': 'paragraph',
      'sounds.volume': 3,
    });
  });

  it('go back to the defaults on reset, but for keys of newer versions', async () => {
    storage.sync.items = { 'sounds.volume': 3 };
    await setSetting('badge', false);
    await addToList('mutedTerms', 'deepseek-r1');
    await resetSettings();
    expect(storage.sync.items).toEqual({ 'sounds.volume': 3 });
  });
});

describe('settings that storage.sync does not take', () => {
  it('stay on this machine, are read with the others and counted', async () => {
    storage.sync.limit = 512;
    for (const site of sites(600)) await addToList('mutedSites', site);
    const settings = await readSettings();
    expect(settings.mutedSites).toHaveLength(600);
    expect(settings.unsynced).toBe(600 - 512);
  });

  it('move to storage.sync once it takes them', async () => {
    storage.sync.broken = true;
    await setSetting('theme', 'dark');
    await removeFromList('mutedSites', 'one.example');
    expect((await readSettings()).values.theme).toBe('dark');
    expect(await syncWaiting()).toBe(2);

    storage.sync.broken = false;
    storage.sync.items = { 'muted.site.one.example': true };
    expect((await readSettings()).mutedSites).toEqual([]);
    expect(await syncWaiting()).toBe(0);
    expect(storage.sync.items).toEqual({ theme: 'dark' });
    expect(storage.local.items).not.toHaveProperty(UNSYNCED_KEY);
  });

  it('give way to what is set while they are handed over', async () => {
    storage.sync.broken = true;
    await setSetting('theme', 'dark');
    storage.sync.broken = false;
    await Promise.all([syncWaiting(), setSetting('theme', 'light')]);
    expect((await readSettings()).values.theme).toBe('light');
    expect((await readSettings()).unsynced).toBe(0);
  });

  it('give way to a later write that storage.sync takes', async () => {
    storage.sync.broken = true;
    await setSetting('theme', 'dark');
    storage.sync.broken = false;
    await setSetting('theme', 'light');
    expect((await readSettings()).values.theme).toBe('light');
    expect((await readSettings()).unsynced).toBe(0);
  });
});

describe('watching the settings', () => {
  it('hears of both places where settings are kept, and of nothing else', async () => {
    const heard = vi.fn();
    const stop = watchSettings(heard);
    await setSetting('enabled', false);
    expect(heard).toHaveBeenCalledTimes(1);
    storage.sync.broken = true;
    await setSetting('enabled', true);
    expect(heard).toHaveBeenCalledTimes(2);
    await storage.local.set({ 'page-settings': {} });
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await setSetting('enabled', false);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
