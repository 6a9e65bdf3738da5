import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photo of an iPhone's kind with a camera's name in it, 96 × 64; made once with heif-enc, which Node has no twin of. */
export const heicPhoto = (): Buffer => readFileSync(join(__dirname, 'photo.heic'));

/** Top left red, the rest blue, so that a turn shows. */
function pixels(width: number, height: number): Buffer {
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const isCorner = x < width / 2 && y < height / 2;
      raw[at] = isCorner ? 255 : 0;
      raw[at + 2] = isCorner ? 0 : 255;
    }
  }
  return raw;
}

const picture = (width: number, height: number): sharp.Sharp =>
  sharp(pixels(width, height), { raw: { width, height, channels: 3 } });

/** A photo that lies on its side (orientation 6) and tells place and camera. */
export function photoWithPlace(width = 400, height = 300): Promise<Buffer> {
  return picture(width, height)
    .withExif({
      IFD0: { Make: 'Musterkamera', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 3/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 44/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export const jpeg = (width = 200, height = 150): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
export const png = (width = 200, height = 150): Promise<Buffer> => picture(width, height).png().toBuffer();

/** A picture of noise: about as large as that many bytes. */
export async function noisyJpeg(bytes: number): Promise<Buffer> {
  const side = Math.ceil(Math.sqrt(bytes / 1.4));
  const raw = Buffer.alloc(side * side * 3);
  let seed = 1;
  for (let i = 0; i < raw.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    raw[i] = seed >> 16;
  }
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that claims to be that large, with a few bytes of content. */
export function claimedPng(width: number, height: number, ...further: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([1, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...further,
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pngText = (text: string): Buffer => chunk('tEXt', Buffer.from(`Comment\0${text}`));
