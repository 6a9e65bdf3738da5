import { once } from 'node:events';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '@of/kernel';
import type { OpenedDocument } from '../application/open-document';

/** A name in ASCII for old programs, and the whole one after RFC 8187. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The one range asked for; null: the whole, as for several ranges or ones outside (RFC 9110 lets a server ignore them). */
function readRange(header: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, from, to] = match as unknown as [string, string, string];
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? null : { start, end };
}

/**
 * Answers with the content of a document (S52): always for saving, never for showing inside the portal; ranges; the hash
 * as ETag. Headers leave only when the first bytes could be opened.
 */
export async function sendDocument(
  reply: FastifyReply,
  opened: OpenedDocument,
  request: FastifyRequest,
): Promise<void> {
  const etag = `"${opened.sha256}"`;
  reply
    .header('content-type', opened.mediaType)
    .header('content-disposition', disposition(opened.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('accept-ranges', 'bytes')
    .header('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = isSame ? readRange(request.headers.range, opened.size) : null;
  const stream = range ? opened.part(range) : opened.stream;
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${opened.size}`);
  reply.header('content-length', range ? range.end - range.start + 1 : opened.size);
  try {
    // Also wakes the stream: it opens the store only now.
    if (opened.size > 0) await once(stream, 'readable');
  } catch {
    for (const name of ['content-disposition', 'content-length', 'content-range', 'etag', 'accept-ranges']) {
      reply.removeHeader(name);
    }
    throw new DomainError('service-unavailable', 'unavailable', { retryAfterSeconds: 30 });
  }
  await reply.send(stream);
}
