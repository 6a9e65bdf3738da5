import { ApiProblem } from '@of/api-client';
import { language } from '@of/i18n';

const ENDPOINT = '/api/v1/uploads';
const PIECE_BYTES = 2 * 2 ** 20;
const ASK_AGAIN_MS = 1_000;
const TUS = { 'tus-resumable': '1.0.0' };

interface UploadBody {
  state: 'receiving' | 'checking' | 'accepted' | 'rejected';
  expiresAt: string;
  problem: { code: string; detail: string } | null;
}

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: { ...TUS, 'accept-language': language(), ...init.headers },
    });
  } catch {
    throw new ApiProblem(0, 'network', '');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  throw new ApiProblem(response.status, problem.code ?? 'unknown', problem.detail ?? '');
}

/** UTF-8 in base64, as tus wants it. */
function encoded(name: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(name.slice(0, 200))));
}

/** One photo on its way: tus 1.0 in as few lines as it takes. After a lost connection `send` goes on where it stopped. */
export class PhotoUpload {
  private address: string | null = null;

  constructor(
    private readonly file: File,
    private readonly onProgress: (percent: number) => void,
  ) {}

  /**
   * @returns until when it waits in the portal
   * @throws ApiProblem, with status 0 when the connection is gone
   */
  async send(): Promise<string> {
    let offset = this.address ? await this.readOffset(this.address) : 0;
    const address = (this.address ??= await this.start());
    while (offset < this.file.size) {
      const response = await call(address, {
        method: 'PATCH',
        headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: this.file.slice(offset, offset + PIECE_BYTES),
      });
      offset = Number(response.headers.get('upload-offset'));
      this.onProgress(Math.floor((100 * offset) / this.file.size));
    }
    return this.settle(address);
  }

  private async start(): Promise<string> {
    const headers = {
      'upload-length': String(this.file.size),
      ...(this.file.name ? { 'upload-metadata': `filename ${encoded(this.file.name)}` } : {}),
    };
    const response = await call(ENDPOINT, { method: 'POST', headers });
    return response.headers.get('location') as string;
  }

  private async readOffset(address: string): Promise<number> {
    try {
      const response = await call(address, { method: 'HEAD' });
      return Number(response.headers.get('upload-offset'));
    } catch (error) {
      if (!(error instanceof ApiProblem && [404, 410].includes(error.status))) throw error;
      // What was begun has run out: the photo is sent anew.
      this.address = null;
      return 0;
    }
  }

  /** That everything has arrived does not mean that it was accepted: the answer that said so may have been lost. */
  private async settle(address: string): Promise<string> {
    for (;;) {
      const { state, expiresAt, problem } = (await (await call(address)).json()) as UploadBody;
      if (state === 'accepted') return expiresAt;
      if (state === 'rejected') throw new ApiProblem(422, problem?.code ?? 'unknown', problem?.detail ?? '');
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}
