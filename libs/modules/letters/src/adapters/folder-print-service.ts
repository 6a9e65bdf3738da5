import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { AppConfig, ExchangeFolder } from '@of/platform';
import { PrintService, type FoundReport, type PrintJob } from '../application/ports/print-service';

/**
 * The print folder: `<letterId>.pdf`, then `<letterId>.json`. Whoever sees the JSON finds the whole PDF beside it. The
 * provider answers with `<letterId>.status.json`.
 */
@Injectable()
export class FolderPrintService extends PrintService {
  private readonly folder: ExchangeFolder;

  constructor(config: AppConfig) {
    super();
    this.folder = new ExchangeFolder(resolve(join(config.DATA_DIR, 'print')), {
      answerSuffix: '.status.json',
      filed: { applied: 'reports', rejected: 'rejected-reports' },
    });
  }

  handOver(job: PrintJob, pdf: Buffer): Promise<void> {
    return this.folder.lay([
      [`${job.letterId}.pdf`, pdf],
      [`${job.letterId}.json`, `${JSON.stringify(job, null, 2)}\n`],
    ]);
  }

  async findReports(): Promise<FoundReport[]> {
    const answers = await this.folder.findAnswers();
    return answers.map(({ name, subject, content }) => ({ name, letterId: parseId<'Letter'>(subject), content }));
  }

  file({ name }: FoundReport, verdict: 'applied' | 'rejected'): Promise<void> {
    return this.folder.file(name, verdict);
  }
}
