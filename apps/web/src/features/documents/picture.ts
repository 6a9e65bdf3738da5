import { legibilityOf, type LegibilityHint } from './legibility';

const PREVIEW_WIDTH = 600;

export interface Preview {
  /** Address of a small picture; the caller revokes it. */
  url: string;
  hint: LegibilityHint | null;
}

async function draw(source: Blob, width: number | null, turns: number): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(source, { imageOrientation: 'from-image' });
  const scale = width === null ? 1 : Math.min(1, width / picture.width);
  const [w, h] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = turns % 2 ? [h, w] : [w, h];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -w / 2, -h / 2, w, h);
  picture.close();
  return canvas;
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.92),
  );
}

/** A small picture and what might be wrong with it; null for what the browser cannot draw (PDF, mostly HEIC). */
export async function previewOf(file: Blob): Promise<Preview | null> {
  if (!file.type.startsWith('image/')) return null;
  try {
    const canvas = await draw(file, PREVIEW_WIDTH, 0);
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const hint = legibilityOf(context.getImageData(0, 0, canvas.width, canvas.height));
    return { url: URL.createObjectURL(await toBlob(canvas)), hint };
  } catch {
    return null;
  }
}

/** The picture, turned to the right by that many quarters. */
export async function turned(file: File, turns: number): Promise<File> {
  const blob = await toBlob(await draw(file, null, turns));
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
}
