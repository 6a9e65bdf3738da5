/** What may make a page hard to read. A hint for the member, never a reason to refuse. */
export type LegibilityHint = 'blurred' | 'dark' | 'cut';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly data: ArrayLike<number>;
}

/** Mean brightness of 255 below which paper looks grey even to a patient reader. */
const DARK = 80;
/** Below this variance of the Laplacian letters have soft edges. */
const SOFT = 90;
/** Share of strong edges in the outermost strip that means that writing runs out of the picture. */
const RUNS_OUT = 0.12;
const EDGE = 60;

function toGrey({ data, width, height }: Pixels): Float32Array {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = 0.299 * Number(data[4 * i]) + 0.587 * Number(data[4 * i + 1]) + 0.114 * Number(data[4 * i + 2]);
  }
  return grey;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sharpness(grey: Float32Array, width: number, height: number): number {
  const edges = new Float32Array((width - 2) * (height - 2));
  let at = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const around = grey[i - 1]! + grey[i + 1]! + grey[i - width]! + grey[i + width]!;
      edges[at++] = around - 4 * grey[i]!;
    }
  }
  const middle = mean(edges);
  return mean(edges.map((edge) => (edge - middle) ** 2));
}

/** Along each border: how many neighbours differ strongly. */
function edgeShare(grey: Float32Array, width: number, height: number): number {
  const shareOf = (length: number, at: (i: number) => number): number => {
    let strong = 0;
    for (let i = 1; i < length; i++) if (Math.abs(grey[at(i)]! - grey[at(i - 1)]!) > EDGE) strong++;
    return strong / length;
  };
  return Math.max(
    shareOf(width, (x) => width + x),
    shareOf(width, (x) => (height - 2) * width + x),
    shareOf(height, (y) => y * width + 1),
    shareOf(height, (y) => y * width + width - 2),
  );
}

/** Looks at a reduced picture of the page (some 600 pixels wide). The first thing that is wrong is the one to mend. */
export function legibilityOf(pixels: Pixels): LegibilityHint | null {
  const { width, height } = pixels;
  if (width < 8 || height < 8) return null;
  const grey = toGrey(pixels);
  if (mean(grey) < DARK) return 'dark';
  if (sharpness(grey, width, height) < SOFT) return 'blurred';
  return edgeShare(grey, width, height) > RUNS_OUT ? 'cut' : null;
}
