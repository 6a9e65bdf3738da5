import { legibilityOf, type Pixels } from './legibility';

const [WIDTH, HEIGHT] = [300, 420];

/** A page from a brightness for each point. */
function page(brightnessAt: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT).fill(255);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) data.fill(brightnessAt(x, y), 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 3);
  return { width: WIDTH, height: HEIGHT, data };
}

const isInside = (x: number, y: number) => x > 30 && x < WIDTH - 30 && y > 30 && y < HEIGHT - 30;
/** Something like letters: short strokes in lines. */
const isInk = (x: number, y: number) => y % 12 < 6 && x % 5 < 2;
const written = (paper: number, ink: number) => (x: number, y: number) => (isInside(x, y) && isInk(x, y) ? ink : paper);

/** Each point becomes the mean of those around it. */
function blurred(brightnessAt: (x: number, y: number) => number, by: number) {
  return (x: number, y: number) => {
    let sum = 0;
    for (let dy = -by; dy <= by; dy++) for (let dx = -by; dx <= by; dx++) sum += brightnessAt(x + dx, y + dy);
    return sum / (2 * by + 1) ** 2;
  };
}

it('G4 has nothing to say about a page that is bright, sharp and whole', () => {
  expect(legibilityOf(page(written(235, 30)))).toBeNull();
});

it('G4 warns of a page in the dark', () => {
  expect(legibilityOf(page(written(60, 10)))).toBe('dark');
});

it('G4 warns of soft letters', () => {
  expect(legibilityOf(page(blurred(written(235, 30), 5)))).toBe('blurred');
});

it('G4 warns of writing that runs out of the picture', () => {
  expect(legibilityOf(page((x, y) => (isInk(x, y) ? 30 : 235)))).toBe('cut');
});

it('says nothing about what is too small to tell', () => {
  expect(legibilityOf({ width: 4, height: 4, data: new Uint8ClampedArray(64) })).toBeNull();
});
