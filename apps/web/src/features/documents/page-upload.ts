import { Upload, type DetailedError } from 'tus-js-client';
import { noteAnswer } from '@of/api-client';
import { language } from '@of/i18n';

const CHUNK_BYTES = 2 * 2 ** 20;

export interface UploadProgress {
  onProgress: (sent: number) => void;
  /** Everything has been sent; the answer to the last bytes is on its way. */
  onChecking: () => void;
  onDone: (uploadId: string) => void;
  /** @param reason null when the connection is gone: going on may help */
  onFault: (reason: { detail: string } | null) => void;
}

function reasonOf(error: Error | DetailedError): { detail: string } | null {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response || response.getStatus() >= 500) return null;
  try {
    const { detail } = JSON.parse(response.getBody()) as { detail?: unknown };
    return typeof detail === 'string' ? { detail } : null;
  } catch {
    return null;
  }
}

/**
 * Sends one file in pieces. A lost connection is tried again by itself for a while; after that, and after a pause, it goes
 * on where it stopped. Nothing about it is kept in the browser.
 */
export class PageUpload {
  private readonly upload: Upload;

  constructor(file: File, progress: UploadProgress) {
    this.upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: [500, 1_000, 3_000, 5_000],
      storeFingerprintForResuming: false,
      metadata: { filename: file.name },
      headers: { 'accept-language': language() },
      onAfterResponse: (_request, response) =>
        noteAnswer(response.getStatus(), {
          get: (name) => response.getHeader(name) ?? null,
        }),
      onProgress: (sent, all) => {
        progress.onProgress(sent);
        if (sent === all) progress.onChecking();
      },
      onSuccess: () => progress.onDone(this.id as string),
      onError: (error) => progress.onFault(reasonOf(error)),
    });
  }

  get id(): string | null {
    return this.upload.url?.split('/').pop() ?? null;
  }

  start(): void {
    this.upload.start();
  }

  pause(): void {
    void this.upload.abort();
  }

  /** Gives up, and lets the server forget what it has. */
  async drop(): Promise<void> {
    await this.upload.abort(true).catch(() => undefined);
  }
}
