/** A colour without its alpha: red, green and blue in sRGB, from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A colour less opaque than this shows more of what is under it than of itself. */
const LEAST_ALPHA = 0.5;

/**
 * Reads a colour; one given by its lightness as the grey that is as light.
 *
 * @param colour As computed styles write it, or `#rrggbb`.
 * @returns `undefined` where it is mostly transparent or written in a way not known here.
 */
export function rgbOf(colour: string): Rgb | undefined {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  if (hex) return triple(hex.slice(1).map((part) => Number.parseInt(part, 16) / 255));
  const [, space = '', values = ''] =
    /^(rgb|oklab|oklch|lab|lch|color)a?\((.*)\)$/.exec(colour) ?? [];
  const numbers = values.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [first = 0] = numbers;
  const alpha = space === 'rgb' ? numbers[3] : /\/ *([\d.]+)/.exec(values)?.[1];
  if (Number(alpha ?? 1) < LEAST_ALPHA) return undefined;
  switch (space) {
    case 'rgb':
      return triple(numbers.map((value) => value / 255));
    case 'color':
      return values.startsWith('srgb ') ? triple(numbers) : undefined;
    case 'oklab':
    case 'oklch':
      return greyOf(first ** 3);
    case 'lab':
    case 'lch':
      return greyOf(((first + 16) / 116) ** 3);
    default:
      return undefined;
  }
}

/** What is seen where a colour lies half transparent on a ground. @param alpha From 0 to 1. */
export function laidOn(ground: Rgb, colour: Rgb, alpha: number): Rgb {
  return triple(ground.map((value, at) => value + ((colour[at] ?? 0) - value) * alpha));
}

/** Contrast as WCAG 2.2 defines it, from 1 for the same luminance to 21 for black on white. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminanceOf(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function greyOf(luminance: number): Rgb {
  const value = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return [value, value, value];
}

function triple([r = 0, g = 0, b = 0]: readonly number[]): Rgb {
  return [r, g, b];
}
