import { join, resolve } from 'node:path';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { AppConfig, ExchangeFolder } from '@of/platform';
import {
  ReceivingSystem,
  type FoundAcknowledgement,
  type HandedOverSubmission,
} from '../application/ports/receiving-system';

const suffixes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/**
 * The folder `submissions`: the document as `<id>.pdf`, `.jpg` or `.png`, then `<id>.json`. Whoever sees the JSON finds the
 * whole document beside it. The receiving system answers with `<id>.ack.json`; then we take our two files away.
 */
@Injectable()
export class FolderReceivingSystem extends ReceivingSystem {
  private readonly folder: ExchangeFolder;

  constructor(config: AppConfig) {
    super();
    this.folder = new ExchangeFolder(resolve(join(config.DATA_DIR, 'submissions')), {
      answerSuffix: '.ack.json',
      filed: { applied: 'acknowledgements', rejected: 'rejected-acknowledgements' },
    });
  }

  handOver(submission: HandedOverSubmission, content: Readable): Promise<void> {
    const { submissionId } = submission;
    const file = `${submissionId}.${suffixes[submission.content.mediaType] ?? 'bin'}`;
    const paper = { ...submission, content: { file, ...submission.content } };
    return this.folder.lay([
      [file, content],
      [`${submissionId}.json`, `${JSON.stringify(paper, null, 2)}\n`],
    ]);
  }

  async findAcknowledgements(): Promise<FoundAcknowledgement[]> {
    const answers = await this.folder.findAnswers();
    return answers.map(({ name, subject, content }) => ({
      name,
      submissionId: parseId<'Submission'>(subject),
      content,
    }));
  }

  async file({ name, submissionId }: FoundAcknowledgement, verdict: 'applied' | 'rejected'): Promise<void> {
    if (verdict === 'applied' && submissionId) {
      const endings = ['json', ...Object.values(suffixes), 'bin'];
      await this.folder.takeAway(endings.map((ending) => `${submissionId}.${ending}`));
    }
    await this.folder.file(name, verdict);
  }
}
