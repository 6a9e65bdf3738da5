import { type Readable } from 'node:stream';
import { type Acting } from '@of/platform';
import { DataStore, Upload as TusUpload } from '@tus/server';
import { DropUpload } from '../../application/drop-upload';
import { FindUpload } from '../../application/find-upload.query';
import { ReceiveUpload, type ExpectedChecksum } from '../../application/receive-upload';
import { StartUpload } from '../../application/start-upload';
import { uploadLimits } from '../../domain/upload-limits';

export interface UploadUseCases {
  startUpload: StartUpload;
  receiveUpload: ReceiveUpload;
  findUpload: FindUpload;
  dropUpload: DropUpload;
}

/** What a tus server may do for one account: it sees no other account's uploads. */
export class AccountUploads extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'expiration', 'termination', 'checksum'];

  constructor(
    private readonly acting: Acting,
    private readonly checksum: ExpectedChecksum | null,
    private readonly useCases: UploadUseCases,
  ) {
    super();
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const name = upload.metadata?.['filename'] ?? upload.metadata?.['name'] ?? '';
    const { id, size = 0 } = upload;
    await this.useCases.startUpload.execute({ id, acting: this.acting, name, size });
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const { name, size, received, createdAt } = await this.useCases.findUpload.execute(this.acting.accountId, id);
    const creation_date = createdAt.toISOString();
    return new TusUpload({ id, size, offset: received, metadata: { filename: name }, creation_date });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    await this.useCases.findUpload.execute(this.acting.accountId, id);
    return this.useCases.receiveUpload.execute(id, offset, stream as AsyncIterable<Buffer>, this.checksum);
  }

  override async remove(id: string): Promise<void> {
    await this.useCases.findUpload.execute(this.acting.accountId, id);
    await this.useCases.dropUpload.execute(this.acting.accountId, id);
  }

  override getExpiration(): number {
    return uploadLimits.unfinishedHours * 3_600_000;
  }
}
