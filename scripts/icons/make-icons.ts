/** `npm run icons`: draws the pictures in `public/icon/` from `icon.svg`, one for each state and size. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../browser/session';

const SIZES = [16, 24, 32, 48, 128];
const STATES = ['on', 'muted', 'off'];

const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const folder = join(import.meta.dirname, '../../public/icon');
mkdirSync(folder, { recursive: true });

const session = await Session.launch('chrome');
try {
  const page = await session.browser.newPage();
  for (const state of STATES) {
    for (const size of SIZES) {
      const picture = svg.replace('data-state="on"', `data-state="${state}"`);
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${picture}`,
      );
      const path = join(folder, `${state}-${size}.png`);
      await page.screenshot({ path: path as `${string}.png`, omitBackground: true });
    }
  }
} finally {
  await session.close();
}
