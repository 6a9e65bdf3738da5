import { fileTypeFromBuffer } from 'file-type';
import type { FileProblem } from '../../domain/file-problem';
import { checkImage } from './check-image';
import { checkPdf } from './check-pdf';
import { Refused } from './refused';

export interface Verdict {
  problem: FileProblem | null;
  mediaType: string;
  sheets: number;
  /** What will be kept; empty when there is a problem. */
  content: Buffer;
}

const refusal = (problem: FileProblem): Verdict => ({ problem, mediaType: '', sheets: 0, content: Buffer.alloc(0) });

/** Decides by the bytes alone what a file is (S49): neither its name nor what the browser says counts. */
export async function checkFile(file: Buffer): Promise<Verdict> {
  if (file.length === 0) return refusal({ code: 'file-empty', params: {} });
  try {
    const type = (await fileTypeFromBuffer(file).catch(() => undefined))?.mime;
    switch (type) {
      case 'application/pdf':
        return { problem: null, mediaType: 'application/pdf', ...(await checkPdf(file)) };
      case 'image/jpeg':
      case 'image/png':
      case 'image/apng':
      case 'image/heic':
      case 'image/heif':
        return { problem: null, sheets: 1, ...(await checkImage(file, type)) };
      default:
        return refusal({ code: 'file-type-not-allowed', params: {} });
    }
  } catch (error) {
    return refusal(error instanceof Refused ? error.problem : { code: 'file-broken', params: {} });
  }
}
