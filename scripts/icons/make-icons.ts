/** `npm run icons`: draws the pictures in `public/icon/` from `icon.svg`, one for each state and size. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../browser/session';

const SIZES = [16, 24, 32, 48, 128];
const STATES = ['on', 'muted', 'off'];

/** Pixels of air on each side: Chrome's store asks for it around its picture of 128. Toolbars want none. */
const MARGINS: Readonly<Record<number, number>> = { 128: 16 };

/** Drawn so many times larger and averaged: small strokes drawn at their size come out lopsided. */
const FINER = 8;

const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const folder = join(import.meta.dirname, '../../public/icon');
mkdirSync(folder, { recursive: true });

const session = await Session.launch('chrome');
try {
  const page = await session.browser.newPage();
  for (const state of STATES) {
    for (const size of SIZES) {
      const picture = svg.replace('data-state="on"', `data-state="${state}"`);
      const png = await page.evaluate(draw, picture, size, MARGINS[size] ?? 0, FINER);
      writeFileSync(join(folder, `${state}-${size}.png`), Buffer.from(png, 'base64'));
    }
  }
} finally {
  await session.close();
}

/** Runs in the browser; gives a PNG in base 64. */
async function draw(picture: string, size: number, margin: number, finer: number): Promise<string> {
  const width = size * finer;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
  await image.decode();
  const large = new OffscreenCanvas(width, width).getContext('2d');
  const inner = (size - 2 * margin) * finer;
  large?.drawImage(image, margin * finer, margin * finer, inner, inner);
  const from = large?.getImageData(0, 0, width, width).data ?? [];

  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const small = canvas.getContext('2d');
  const to = small?.createImageData(size, size);
  for (let pixel = 0; to && pixel < size * size; pixel += 1) {
    const sums = [0, 0, 0, 0] as [number, number, number, number];
    for (let part = 0; part < finer * finer; part += 1) {
      const x = (pixel % size) * finer + (part % finer);
      const y = Math.floor(pixel / size) * finer + Math.floor(part / finer);
      const at = (y * width + x) * 4;
      const alpha = from[at + 3] ?? 0;
      sums[3] += alpha;
      for (const channel of [0, 1, 2] as const) sums[channel] += (from[at + channel] ?? 0) * alpha;
    }
    const [red, green, blue, alpha] = sums;
    const colour = [red, green, blue].map((sum) => (alpha > 0 ? sum / alpha : 0));
    to.data.set([...colour, alpha / (finer * finer)], pixel * 4);
  }
  if (to) small?.putImageData(to, 0, 0);
  return canvas.toDataURL().split(',')[1] ?? '';
}
