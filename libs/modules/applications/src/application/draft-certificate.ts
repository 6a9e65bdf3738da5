import { Injectable } from '@nestjs/common';
import { type DateOnly } from '@of/kernel';
import { senderOf } from '@of/letters';
import { GetPersonCard, GetPostalAddress, ReadCoverToday, type PersonCard } from '@of/membership';
import { AppConfig, Branding, type PersonScope } from '@of/platform';
import type { CoverKind } from '../domain/certificate';
import { leastAgeFor } from '../domain/certificate-rules';
import { CertificateNotForAge, NoCoverToCertify } from '../domain/certificate.errors';
import { groupedCode } from '../domain/verification-code';
import type { CertificateOrder } from './issue-certificate';
import { CertificatePress } from './ports/certificate-press';
import { verificationUrl } from './verification-url';

export interface DraftedCertificate {
  readonly pdf: Buffer;
  readonly coverKind: CoverKind;
  /** How the file is called. */
  readonly title: string;
}

const titles = {
  membership: { de: 'Mitgliedsbescheinigung', en: 'Certificate of membership' },
  studies: { de: 'Versicherungsbescheinigung Studium', en: 'Certificate for studies' },
  employer: { de: 'Information für den Arbeitgeber', en: 'Information for the employer' },
  'foreign-cover': { de: 'Versicherungsschutz im Ausland', en: 'Cover abroad' },
} as const;

/** Looks whether the facts support a certificate today, and sets it from them. It changes nothing. */
@Injectable()
export class DraftCertificate {
  constructor(
    private readonly covers: ReadCoverToday,
    private readonly cards: GetPersonCard,
    private readonly addresses: GetPostalAddress,
    private readonly press: CertificatePress,
    private readonly branding: Branding,
    private readonly config: AppConfig,
  ) {}

  /** @throws NoCoverToCertify, CertificateNotForAge, CertificateNotPrintable */
  async execute(
    { subject, insuredId }: PersonScope,
    { kind, language }: CertificateOrder,
    printed: { day: DateOnly; number: string; verificationCode: string },
  ): Promise<DraftedCertificate> {
    const cover = await this.covers.execute(subject);
    if (!cover) throw new NoCoverToCertify();
    const card = await this.cards.execute(subject);
    refuseTooYoung(card, kind, printed.day);
    const { pdf } = this.press.set({
      kind,
      language,
      recipient: await this.addresses.execute(insuredId),
      person: {
        name: `${card.givenName} ${card.familyName}`,
        dateOfBirth: String(card.dateOfBirth),
        kvnr: card.kvnr,
      },
      cover,
      number: printed.number,
      issuedOn: String(printed.day),
      code: groupedCode(printed.verificationCode),
      verificationUrl: verificationUrl(this.config, printed.verificationCode),
      sender: senderOf(this.branding, language),
    });
    return { pdf, coverKind: cover.kind, title: titles[kind][language] };
  }
}

function refuseTooYoung({ dateOfBirth }: PersonCard, kind: CertificateOrder['kind'], day: DateOnly): void {
  const leastAge = leastAgeFor(kind, day);
  if (dateOfBirth.ageAt(day) < leastAge) throw new CertificateNotForAge(kind, leastAge);
}
