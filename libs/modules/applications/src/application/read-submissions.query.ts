import { Injectable } from '@nestjs/common';
import { DocumentStates, OpenDocument, type OpenedDocument } from '@of/documents';
import { DomainError, parseId } from '@of/kernel';
import { turnOf, type Progress, type Turn } from '../domain/submission-state';
import {
  SubmissionRepository,
  type StoredSubmission,
  type Whose,
  type WholeSubmission,
} from '../persistence/submission.repository';
import { pageOf, type Page, type PageRequest } from './page';

export interface Standing {
  readonly progress: Progress;
  readonly turn: Turn;
}

export interface ReadSubmission extends WholeSubmission, Standing {
  /** Whether its content may be given out: the scanner has let it pass. */
  readonly isOpenable: boolean;
}

/** What was submitted for a person, and how far it is. */
@Injectable()
export class ReadSubmissions {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly states: DocumentStates,
    private readonly documents: OpenDocument,
  ) {}

  /** @throws ValidationError with `cursor-invalid` */
  async list(whose: Whose, request: PageRequest): Promise<Page<StoredSubmission & Standing>> {
    const page = await pageOf(request, (part) => this.submissions.list(whose, part));
    return { ...page, items: await this.withStanding(page.items) };
  }

  /** @throws DomainError `not-found` */
  async one(whose: Whose, submissionId: string): Promise<ReadSubmission> {
    const found = await this.find(whose, submissionId);
    const states = await this.states.read([found.documentId]);
    return { ...found, ...standing(found, states), isOpenable: states.get(found.documentId) === 'clean' };
  }

  /** @throws DomainError `not-found`, `document-not-ready` */
  async open(whose: Whose, submissionId: string): Promise<OpenedDocument> {
    const { documentId } = await this.find(whose, submissionId);
    return this.documents.execute({ subject: whose.subject, documentId });
  }

  private async find(whose: Whose, submissionId: string): Promise<WholeSubmission> {
    const id = parseId<'Submission'>(submissionId);
    const found = id && (await this.submissions.find(whose, id));
    if (!found) throw new DomainError('not-found', 'not-found');
    return found;
  }

  /** The scanner's look is asked about only where it decides what there is to say. */
  private async withStanding<Row extends StoredSubmission>(rows: Row[]): Promise<(Row & Standing)[]> {
    const waiting = rows.filter(({ state }) => state === 'submitted').map(({ documentId }) => documentId);
    const states = await this.states.read(waiting);
    return rows.map((row) => ({ ...row, ...standing(row, states) }));
  }
}

function standing({ state, documentId }: StoredSubmission, states: ReadonlyMap<string, string>): Standing {
  const isBeingChecked = state === 'submitted' && states.get(documentId) === 'checking';
  const progress = isBeingChecked ? 'being-checked' : state;
  return { progress, turn: turnOf(progress) };
}
