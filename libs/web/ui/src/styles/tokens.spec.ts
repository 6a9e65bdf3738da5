import { readFileSync } from 'node:fs';
import path from 'node:path';

type Rgb = [number, number, number];
type Theme = 'light' | 'dark';

const css = readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');

function colour(token: string, theme: Theme): Rgb {
  const pair = new RegExp(`--${token}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`, 'i').exec(css);
  if (!pair) throw new Error(`no colour ${token}`);
  const hex = (theme === 'light' ? pair[1] : pair[2]) as string;
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16)) as Rgb;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2: from 1 to 21. */
function contrast(one: string, other: string, theme: Theme): number {
  const [dark, light] = [luminance(colour(one, theme)), luminance(colour(other, theme))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Theme>(['light', 'dark'])('colours, %s', (theme) => {
  it.each([
    ['text', 'bg'],
    ['text', 'surface'],
    ['text', 'sunken'],
    ['muted', 'bg'],
    ['muted', 'surface'],
  ])('%s on %s reaches AAA', (ink, ground) => expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(7));

  it.each([
    ['muted', 'sunken'],
    ['brand', 'bg'],
    ['brand', 'surface'],
    ['brand', 'brand-tint'],
    ['brand-hover', 'brand-tint'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-hover'],
    ['on-band', 'band'],
    ['ok', 'ok-tint'],
    ['warn', 'warn-tint'],
    ['error', 'error-tint'],
    ['error', 'bg'],
    ['info', 'info-tint'],
    ['info', 'bg'],
    ['text', 'info-tint'],
    ['text', 'warn-tint'],
    ['text', 'ok-tint'],
    ['text', 'error-tint'],
  ])('%s on %s is readable', (ink, ground) => expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5));

  it.each([
    ['focus', 'bg'],
    ['focus', 'surface'],
    ['focus', 'sunken'],
    ['focus', 'error-tint'],
    ['control', 'bg'],
    ['control', 'surface'],
  ])('%s stands out from %s', (line, ground) => expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3));
});

it('the figures beside the tokens are those of the colours', () => {
  const line = /--muted:.*\/\*\s*([\d.]+) \/\s*([\d.]+) AAA \|\s*([\d.]+) \/\s*([\d.]+) AAA/.exec(css);
  const computed = [
    contrast('muted', 'bg', 'light'),
    contrast('muted', 'surface', 'light'),
    contrast('muted', 'bg', 'dark'),
    contrast('muted', 'surface', 'dark'),
  ].map((value) => value.toFixed(1));
  expect(line?.slice(1, 5)).toEqual(computed);
});
