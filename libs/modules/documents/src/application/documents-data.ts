import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { UploadRepository } from '../persistence/upload.repository';

/** Uploads of an account that were never sent go; what was sent belongs to the insurer's files and stays. */
@Injectable()
export class DocumentsData extends PersonalDataSource {
  readonly name = 'documents';

  constructor(
    sources: PersonalDataSources,
    private readonly uploads: UploadRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    const sent = await this.uploads.eraseOfAccount(tx, accountId);
    if (sent === 0) return [];
    return [
      {
        what: { de: 'Dokumente, die Sie eingereicht haben', en: 'Documents that you have submitted' },
        why: {
          de: 'Wir brauchen sie für Ihre Anträge und müssen sie aufbewahren.',
          en: 'We need them for your applications and must keep them.',
        },
      },
    ];
  }
}
