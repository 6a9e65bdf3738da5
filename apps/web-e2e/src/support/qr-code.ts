import { execFileSync } from 'node:child_process';
import sharp from 'sharp';

/** The reader is an ES module, which Jest cannot load: a process of its own reads the picture. */
const reader = `
  import decode from 'qr/decode.js';
  import { readFileSync } from 'node:fs';
  const [width, height] = process.argv.slice(1).map(Number);
  process.stdout.write(decode({ width, height, data: readFileSync(0) }));`;

/** What a camera reads from the QR code on the first page of a PDF. */
export async function qrCodeOf(pdf: Buffer): Promise<string> {
  const most = { maxBuffer: 64 * 2 ** 20 };
  const picture = execFileSync('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-'], { input: pdf, ...most });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const args = ['--input-type=module', '-e', reader, String(info.width), String(info.height)];
  return execFileSync(process.execPath, args, { input: data, cwd: __dirname, ...most }).toString();
}
