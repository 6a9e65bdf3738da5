import { Upload, type DetailedError, type HttpResponse } from 'tus-js-client';
import { noteAnswer } from '@of/api-client';
import { language } from '@of/i18n';
import { readUpload } from './api/uploads.api';

/** At 1 Mbit/s one of these is there within the 30 s that a request may take; a photo is mostly one. */
const CHUNK_BYTES = 3 * 2 ** 20;
const ASK_AGAIN_MS = 1_000;

export interface UploadFault {
  /** What the server says about it; null when the connection is gone. */
  detail: string | null;
  /** Whether going on cannot help. */
  isFinal: boolean;
}

export interface UploadProgress {
  onProgress: (sent: number) => void;
  /** Everything has been sent; the answer to the last bytes is on its way. */
  onChecking: () => void;
  onDone: (uploadId: string) => void;
  onFault: (fault: UploadFault) => void;
}

const connectionGone: UploadFault = { detail: null, isFinal: false };

/** Of a refusal after which going on can help: signed in again, what else happens to it done, or after a while. */
const PASSING = [401, 409, 429];

/** The body of a refusal. */
function problemOf(response: HttpResponse): { code?: string; detail?: string } {
  try {
    return JSON.parse(response.getBody()) as { code?: string; detail?: string };
  } catch {
    return {};
  }
}

function faultOf(error: Error | DetailedError): UploadFault {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (!response || status >= 500) return connectionGone;
  const { detail } = problemOf(response);
  return typeof detail === 'string' ? { detail, isFinal: !PASSING.includes(status) } : connectionGone;
}

/**
 * Sends one file in pieces. A lost connection is tried again by itself for a while; after that, and after a pause, it goes
 * on where it stopped. Nothing about it is kept in the browser.
 */
export class PageUpload {
  private readonly upload: Upload;
  private isStopped = false;

  constructor(
    file: File,
    private readonly progress: UploadProgress,
  ) {
    this.upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: [500, 1_000, 3_000, 5_000],
      storeFingerprintForResuming: false,
      metadata: { filename: file.name },
      headers: { 'accept-language': language() },
      onAfterResponse: (_request, response) => {
        const status = response.getStatus();
        const code = status >= 400 ? problemOf(response).code : undefined;
        noteAnswer(status, { get: (name) => response.getHeader(name) ?? null }, code);
      },
      onProgress: (sent, all) => {
        progress.onProgress(sent);
        if (sent === all) progress.onChecking();
      },
      onSuccess: () => void this.settle(this.id as string),
      onError: (error) => progress.onFault(faultOf(error)),
    });
  }

  get id(): string | null {
    return this.upload.url?.split('/').pop() ?? null;
  }

  start(): void {
    this.isStopped = false;
    this.upload.start();
  }

  pause(): void {
    this.isStopped = true;
    void this.upload.abort();
  }

  /** Gives up, and lets the server forget what it has. */
  async drop(): Promise<void> {
    this.isStopped = true;
    await this.upload.abort(true).catch(() => undefined);
  }

  /** That everything is with us does not mean that it was accepted: the answer that said so may have been lost. */
  private async settle(id: string): Promise<void> {
    try {
      while (!this.isStopped) {
        const { state, problem } = await readUpload(id);
        if (state === 'accepted') return this.progress.onDone(id);
        if (state === 'rejected') return this.progress.onFault({ detail: problem?.detail ?? null, isFinal: true });
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      }
    } catch {
      this.progress.onFault(connectionGone);
    }
  }
}
