import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Caller } from './caller';

/** A small photo that nobody else has. */
export async function photo(): Promise<Buffer> {
  const noise = randomBytes(64 * 64 * 3);
  return sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** Sends a file in one piece (tus 1.0); gives the id of the upload. */
export async function uploaded(caller: Caller, file: Buffer, name = 'foto.jpg'): Promise<string> {
  const created = await caller.post('/api/v1/uploads', undefined, {
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(file.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  if (created.status !== 201) throw new Error(`start an upload: ${created.status} ${created.text}`);
  const id = String(created.headers.location).split('/').pop() as string;
  const sent = await caller.call('PATCH', `/api/v1/uploads/${id}`, undefined, {
    raw: file,
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  if (sent.status !== 204) throw new Error(`send an upload: ${sent.status} ${sent.text}`);
  return id;
}
