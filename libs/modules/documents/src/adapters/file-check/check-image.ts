import { uploadLimits } from '../../domain/upload-limits';
import { Refused } from './refused';

type Sharp = typeof import('sharp');

/** Everything a picture of a paper is: its pixels. Place, camera and hidden previews are not copied (S50). */
export async function checkImage(file: Buffer, type: string): Promise<{ mediaType: string; content: Buffer }> {
  const { default: sharp } = (await import('sharp')) as unknown as { default: Sharp };
  // One picture, one thread: the process has a limit of CPU time, and several run side by side.
  sharp.concurrency(1);
  sharp.cache(false);
  if (type === 'image/heic' || type === 'image/heif') return fromHeic(file, sharp);
  const format = type === 'image/jpeg' ? 'jpeg' : 'png';
  // Reads the header only: a picture that is too large is never unpacked.
  const facts = await sharp(file, { limitInputPixels: false }).metadata();
  if (facts.format !== format) throw new Refused('file-broken');
  refuseHuge(facts.width, facts.height);
  const upright = sharp(file, { limitInputPixels: uploadLimits.imagePixels, failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb');
  const content = await (format === 'jpeg'
    ? upright.jpeg({ quality: 90 }).toBuffer()
    : upright.png({ compressionLevel: 6 }).toBuffer());
  return { mediaType: `image/${format}`, content };
}

/** The picture of an iPhone becomes a JPEG; libheif turns it upright by itself. */
async function fromHeic(file: Buffer, sharp: Sharp): Promise<{ mediaType: string; content: Buffer }> {
  const { default: decode } = await import('heic-decode');
  const images = await decode.all({ buffer: file });
  const [first] = images;
  if (!first) throw new Refused('file-broken');
  refuseHuge(first.width, first.height);
  const { width, height, data } = await first.decode();
  images.dispose();
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const content = await sharp(raw, { raw: { width, height, channels: 4 }, limitInputPixels: uploadLimits.imagePixels })
    .removeAlpha()
    .jpeg({ quality: 90 })
    .toBuffer();
  return { mediaType: 'image/jpeg', content };
}

function refuseHuge(width: number, height: number): void {
  if (width * height <= uploadLimits.imagePixels) return;
  throw new Refused('image-too-large', {
    actual: Math.ceil((width * height) / 1_000_000),
    allowed: uploadLimits.imagePixels / 1_000_000,
  });
}
