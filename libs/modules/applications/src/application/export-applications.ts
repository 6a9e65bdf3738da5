import { Injectable } from '@nestjs/common';
import { OpenDocument } from '@of/documents';
import { entryName, type ExportedPart, type ExportSubject, type Words } from '@of/platform';
import type { Certificate } from '../domain/certificate';
import { CertificateRepository } from '../persistence/certificate.repository';
import { ReceivedSickNoteRepository } from '../persistence/received-sick-note.repository';
import { SubmissionRepository } from '../persistence/submission.repository';

const PAGE = 100;

const submissionFields: Record<string, Words> = {
  number: { de: 'Nummer der Eingangsbestätigung', en: 'Number of the receipt' },
  category: { de: 'Worum es geht', en: 'What it is about' },
  pageCount: { de: 'Zahl der Seiten', en: 'Number of pages' },
  state: { de: 'Wie weit wir sind', en: 'How far we are' },
  receivedAt: { de: 'Eingegangen am', en: 'Received on' },
  forwardedAt: { de: 'Weitergegeben am', en: 'Passed on on' },
  acknowledgedAt: { de: 'Von der Sachbearbeitung bestätigt am', en: 'Acknowledged by the department on' },
  rejectedAt: { de: 'Abgelehnt am', en: 'Refused on' },
  isPrivate: { de: 'Ob andere es nicht sehen, die für Sie handeln', en: 'Whether those who act for you do not see it' },
  answers: { de: 'Ihre Antworten; nur mit zweitem Faktor', en: 'Your answers; with second factor only' },
  receipt: { de: 'Der unterschriebene Text der Eingangsbestätigung', en: 'The signed text of the receipt' },
  signature: { de: 'Unterschrift darunter (Ed25519, Base64)', en: 'The signature under it (Ed25519, Base64)' },
  keyId: { de: 'Welcher unserer Schlüssel unterschrieben hat', en: 'Which of our keys has signed' },
};

const certificateFields: Record<string, Words> = {
  file: { de: 'Die PDF-Datei dazu, im Ordner `bescheinigungen`', en: 'Its PDF, in the folder `bescheinigungen`' },
  number: { de: 'Nummer', en: 'Number' },
  kind: { de: 'Art der Bescheinigung', en: 'Kind of certificate' },
  language: { de: 'Sprache', en: 'Language' },
  delivery: { de: '`download` oder `post` (als Brief)', en: '`download` or `post` (as a letter)' },
  issuedOn: { de: 'Ausgestellt am', en: 'Issued on' },
  verificationCode: { de: 'Prüfcode', en: 'Code for checking it' },
};

const sickNoteFields: Record<string, Words> = {
  number: { de: 'Unsere Nummer', en: 'Our number' },
  from: { de: 'Arbeitsunfähig seit', en: 'Unable to work since' },
  until: { de: 'Voraussichtlich bis', en: 'Expected until' },
  isFollowUp: { de: 'Ob es eine Folgebescheinigung ist', en: 'Whether it is a follow-up certificate' },
  receivedOn: { de: 'Bei uns eingegangen am', en: 'Received by us on' },
};

/** What a person submitted and the certificates they were given. The submitted pages come with the room of documents. */
@Injectable()
export class ExportApplications {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly certificates: CertificateRepository,
    private readonly sickNotes: ReceivedSickNoteRepository,
    private readonly documents: OpenDocument,
  ) {}

  async *execute({ insuredId, level }: ExportSubject): AsyncGenerator<ExportedPart> {
    yield {
      kind: 'table',
      name: 'einreichungen',
      about: {
        de: 'Was Sie eingereicht haben, mit den Eingangsbestätigungen',
        en: 'What you submitted, with receipts',
      },
      fields: submissionFields,
      rows: this.submitted(insuredId, level),
    };
    // Like on screen, what we tell about the person takes the second factor.
    if (level !== 'full') return;
    yield {
      kind: 'table',
      name: 'krankmeldungen',
      about: {
        de: 'Krankmeldungen, die Praxen uns elektronisch geschickt haben',
        en: 'Sick notes that practices sent us electronically',
      },
      fields: sickNoteFields,
      rows: await this.sickNotes.list(insuredId, null),
    };
    yield {
      kind: 'table',
      name: 'bescheinigungen',
      about: { de: 'Bescheinigungen, die wir Ihnen ausgestellt haben', en: 'Certificates that we issued to you' },
      fields: certificateFields,
      rows: this.issued(insuredId),
    };
    for await (const { id, file } of this.allCertificates(insuredId)) {
      const documentId = await this.certificates.findDocument(insuredId, id);
      if (!documentId) continue;
      yield {
        kind: 'file',
        name: `bescheinigungen/${file}`,
        open: async () => (await this.documents.execute({ subject: insuredId, documentId })).stream,
      };
    }
  }

  private async *submitted(subject: string, level: ExportSubject['level']): AsyncGenerator<object> {
    const whose = { subject, isSelf: true };
    for (let before: string | null = null; ;) {
      const page = await this.submissions.listWhole(whose, { before, limit: PAGE });
      for (const row of page) {
        const { number, category, pageCount, state, receivedAt, forwardedAt, acknowledgedAt, rejectedAt, isPrivate } =
          row;
        yield {
          ...{ number, category, pageCount, state, receivedAt, forwardedAt, acknowledgedAt, rejectedAt, isPrivate },
          answers: level === 'full' ? row.answers : null,
          receipt: row.receiptText,
          signature: row.receiptSignature.toString('base64'),
          keyId: row.receiptKeyId,
        };
      }
      if (page.length < PAGE) return;
      before = page.at(-1)?.id ?? null;
    }
  }

  private async *issued(subject: string): AsyncGenerator<object> {
    for await (const { file, number, kind, language, delivery, issuedOn, verificationCode } of this.allCertificates(
      subject,
    )) {
      yield { file, number, kind, language, delivery, issuedOn, verificationCode };
    }
  }

  /** Newest first. The names are the same each time it is walked through. */
  private async *allCertificates(subject: string): AsyncGenerator<Certificate & { file: string }> {
    let before: string | null = null;
    for (let at = 0; ;) {
      const page: Certificate[] = await this.certificates.list(subject, { before, limit: PAGE });
      for (const certificate of page) {
        const { issuedOn, number } = certificate;
        yield { ...certificate, file: entryName(`${issuedOn} ${number}`, { number: ++at, extension: 'pdf' }) };
      }
      if (page.length < PAGE) return;
      before = page.at(-1)?.id ?? null;
    }
  }
}
