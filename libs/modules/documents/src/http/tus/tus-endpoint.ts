import { randomUUID } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { Injectable } from '@nestjs/common';
import { DomainError, parseId } from '@of/kernel';
import { type Acting } from '@of/platform';
import { Server } from '@tus/server';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CheckUpload } from '../../application/check-upload';
import { DropUpload } from '../../application/drop-upload';
import { FindUpload } from '../../application/find-upload.query';
import { ReceiveUpload } from '../../application/receive-upload';
import { StartUpload } from '../../application/start-upload';
import { UploadLocks } from '../../application/upload-locks';
import { FileRefused } from '../../domain/upload.errors';
import type { FileProblemCode } from '../../domain/file-problem';
import { inMegabytes, uploadLimits } from '../../domain/upload-limits';
import { AccountUploads, type UploadUseCases } from './account-uploads';
import { checksumAlgorithms, readChecksum } from './checksum-header';

const PATH = '/api/v1/uploads';

type TusRequest = Parameters<Server['handleWeb']>[0];
/** tus' own refusals: a status and a text that no member should read. */
interface TusRefusal {
  status_code?: number;
}

const malformed = (): DomainError => new DomainError('malformed-request', 'malformed');

function toDomainError(refusal: Error | TusRefusal, size: number): unknown {
  if (refusal instanceof DomainError) return refusal;
  switch ((refusal as TusRefusal).status_code) {
    case 404:
      return new DomainError('not-found', 'not-found');
    case 409:
      return new DomainError('upload-offset-mismatch', 'conflict');
    case 410:
      return new DomainError('upload-expired', 'gone');
    case 413:
      return new FileRefused('file-too-large', {
        actual: inMegabytes(size),
        allowed: inMegabytes(uploadLimits.fileBytes),
      });
    case undefined:
      return refusal;
    default:
      return malformed();
  }
}

/**
 * The protocol of `@tus/server`, for one account at a time, with our refusals: every problem leaves as problem details. The
 * body goes straight from the socket to the store.
 */
@Injectable()
export class TusEndpoint {
  private readonly useCases: UploadUseCases;

  constructor(
    startUpload: StartUpload,
    receiveUpload: ReceiveUpload,
    private readonly findUpload: FindUpload,
    dropUpload: DropUpload,
    private readonly checkUpload: CheckUpload,
    private readonly locks: UploadLocks,
  ) {
    this.useCases = { startUpload, receiveUpload, findUpload, dropUpload };
  }

  /** @throws DomainError in place of each refusal of the protocol */
  async answer(request: FastifyRequest, reply: FastifyReply, acting: Acting): Promise<void> {
    reply.header('tus-resumable', '1.0.0');
    let refusal: Error | TusRefusal | undefined;
    const tus = new Server({
      path: PATH,
      relativeLocation: true,
      allowedOrigins: [],
      maxSize: uploadLimits.fileBytes,
      lockDrainTimeout: 500,
      locker: this.locks,
      datastore: new AccountUploads(acting, readChecksum(request.headers['upload-checksum']), this.useCases),
      namingFunction: () => randomUUID(),
      // An id that is none is not found; it never gets as far as a query.
      getFileIdFromRequest: (_request, last) => parseId<'Upload'>(last) ?? undefined,
      onUploadFinish: (_request, upload) => this.finish(acting.accountId, upload.id),
      onResponseError: (_request, error) => void (refusal = error),
    });
    const response = await tus.handleWeb(toWebRequest(request, reply));
    if (refusal) throw toDomainError(refusal, Number(request.headers['upload-length'] ?? 0));
    if (response.status === 412) throw new DomainError('tus-version-missing', 'malformed');
    if (response.status >= 400) throw malformed();
    await this.send(reply, response);
  }

  private async finish(accountId: string, id: string): Promise<object> {
    await this.checkUpload.execute(id);
    const { state, problem, problemParams } = await this.findUpload.execute(accountId, id);
    if (state === 'rejected') throw new FileRefused(problem as FileProblemCode, problemParams ?? {});
    return {};
  }

  private async send(reply: FastifyReply, response: Response): Promise<void> {
    for (const [name, value] of response.headers) {
      // Our origin only: what tus says about other origins is not true here.
      if (!name.startsWith('access-control-') && name !== 'content-length') reply.header(name, value);
    }
    if (reply.request.method === 'OPTIONS') reply.header('tus-checksum-algorithm', checksumAlgorithms.join(','));
    await reply.status(response.status).send(await response.text());
  }
}

/** What tus needs of a request, around the socket's own stream. */
function toWebRequest({ raw, method, url }: FastifyRequest, reply: FastifyReply): TusRequest {
  const hasBody = method === 'POST' || method === 'PATCH';
  const request = {
    method,
    url: `http://uploads${url}`,
    headers: new Headers(
      Object.entries(raw.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    // Not `Readable.toWeb`: it copies every byte. tus ends its reading when it refuses, and the socket still has to answer.
    body: hasBody ? ReadableStream.from(raw.iterator({ destroyOnReturn: false })) : null,
    runtime: { node: { req: raw, res: reply.raw } },
  };
  return request as unknown as TusRequest;
}
