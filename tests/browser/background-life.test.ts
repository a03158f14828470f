import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectCardAt, expectPainted, openHtml } from './support/marks';

inEachBrowser(
  (world) => {
    test('the background can be ended fifty times and answers each time, its settings the same', async () => {
      const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
      await expectPainted(page, ['DeepSeek R1']);
      await world.extension.evaluate((api) => api.storage.sync.set({ 'marks.density': 'all' }));
      const settings = () =>
        world.extension.evaluate((api) => api.storage.local.get('page-settings'));
      await expect.poll(settings).toMatchObject({ 'page-settings': { density: 'all' } });
      const before = await settings();
      for (let round = 0; round < 50; round++) {
        await world.extension.endBackground();
        // What a pointer on a mark does, as often as wanted: calls for the card's script.
        const isBrought = await world.extension.inPage(page, async () => {
          const handle = (globalThis as Record<symbol, unknown>)[
            Symbol.for('ai-footnotes.page')
          ] as { card?: { stop(): void }; link: { load(): Promise<unknown> } };
          handle.card?.stop();
          delete handle.card;
          return (await handle.link.load()) !== undefined;
        });
        expect(isBrought, `round ${round}`).toBe(true);
      }
      expect(await settings()).toEqual(before);
      await world.extension.endBackground();
      await expectCardAt(page, 'span');
      await world.extension.evaluate((api) => api.storage.sync.clear());
      const late = await openHtml(world, '<p>About OpenAI.</p>');
      await expectPainted(late, ['OpenAI']);
    }, 120_000);
  },
  { backgroundIdle: 50 },
);
