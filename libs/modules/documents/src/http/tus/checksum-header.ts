import { DomainError } from '@of/kernel';
import type { ExpectedChecksum } from '../../application/receive-upload';

/** Named in `Tus-Checksum-Algorithm`. */
export const checksumAlgorithms = ['sha256', 'sha1', 'md5'] as const;

/** Reads `Upload-Checksum: sha256 <base64>`. @throws DomainError `malformed-request` */
export function readChecksum(header: string | string[] | undefined): ExpectedChecksum | null {
  if (header === undefined) return null;
  const match = /^(\w{3,10}) ([A-Za-z0-9+/]+={0,2})$/.exec(String(header));
  const algorithm = checksumAlgorithms.find((known) => known === match?.[1]);
  if (!match || !algorithm) throw new DomainError('malformed-request', 'malformed');
  return { algorithm, value: Buffer.from(match[2] as string, 'base64') };
}
