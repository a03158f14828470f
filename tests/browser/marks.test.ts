import { expect, test } from 'vitest';
import { inGallery } from '../gallery/in-gallery';
import { GROUNDS, marksPage } from '../gallery/marks-page';

/** What a mark changes in a picture of it: the greatest contrast of a pixel with it to the same without. */
interface Seen {
  ground: string;
  mark: string;
  contrast: number;
}

inGallery((gallery) => {
  /** Pictures of the page with its marks and without, held against each other mark by mark. */
  async function seenMarks(wishes = {}): Promise<Seen[]> {
    const page = await gallery.showHtml(marksPage(), wishes);
    const marked = await page.screenshot({ encoding: 'base64', fullPage: true });
    await page.evaluate(() => CSS.highlights.clear());
    const plain = await page.screenshot({ encoding: 'base64', fullPage: true });
    return page.evaluate(
      async (pictures, grounds) => {
        const [one, other] = await Promise.all(
          pictures.map(async (picture) => {
            const image = new Image();
            image.src = `data:image/png;base64,${picture}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d', { willReadFrequently: true });
            context?.drawImage(image, 0, 0);
            return context;
          }),
        );
        const luminance = (data: Uint8ClampedArray, at: number) => {
          const [r = 0, g = 0, b = 0] = [0, 1, 2].map((channel) => {
            const value = (data[at + channel] ?? 0) / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        return [...document.querySelectorAll<HTMLElement>('p > [data-mark]')].map((span) => {
          const { left, top, width, height } = span.getBoundingClientRect();
          const box = [left, top + scrollY, width, height + 4].map(Math.round) as [
            ...[number, number, number, number],
          ];
          const [a, b] = [one, other].map((context) => context?.getImageData(...box).data);
          let contrast = 1;
          for (let at = 0; a && b && at < a.length; at += 4) {
            if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2]) continue;
            const [high = 0, low = 0] = [luminance(a, at), luminance(b, at)].sort((x, y) => y - x);
            contrast = Math.max(contrast, (high + 0.05) / (low + 0.05));
          }
          const section = span.closest('section') as HTMLElement;
          const sections = [...document.querySelectorAll('section')];
          return {
            ground: grounds[sections.indexOf(section)] ?? '',
            mark: span.dataset.mark ?? '',
            contrast: Math.round(contrast * 10) / 10,
          };
        });
      },
      [marked, plain],
      GROUNDS.map(({ name }) => name),
    );
  }

  test('a line in the colour of the text is seen on every ground', async () => {
    const seen = await seenMarks();
    expect(seen.length).toBe(GROUNDS.length * 30);
    const quiet = seen.filter(({ mark }) => mark.endsWith('dotted') || mark.endsWith('solid'));
    expect(quiet.length).toBeGreaterThan(GROUNDS.length * 10);
    expect(quiet.filter(({ contrast }) => contrast < 3)).toEqual([]);
  });

  test('colours and tints are seen on every ground, where they are not replaced by a quiet line', async () => {
    const seen = await seenMarks();
    expect(new Set(seen.map(({ mark }) => mark)).size).toBe(18);
    // The corners of a dot are drawn in between; a tint has to leave the text its contrast.
    const least = (mark: string) => (mark.includes('background') ? 1.15 : 2.5);
    expect(seen.filter(({ mark, contrast }) => contrast < least(mark))).toEqual([]);
  });

  test('they are seen in colours of the reader', async () => {
    const seen = await seenMarks({ forcedColours: true });
    expect(seen.filter(({ contrast }) => contrast < 3)).toEqual([]);
  });
});
