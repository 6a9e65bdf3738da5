import type { CertificateKind, CertificateLanguage, CoverKind } from '../../domain/certificate';

/** A piece of a sentence; `strong` stands out. Never markup: the template shows the characters as they are. */
export type Run = string | { readonly strong: string };
export type Sentence = readonly Run[];

interface CertificateText {
  readonly title: (cover: CoverKind) => string;
  readonly opening: Sentence;
  readonly notes: readonly Sentence[];
}

/** What every certificate says in a language. */
export interface CertificateWords {
  readonly name: string;
  readonly dateOfBirth: string;
  readonly kvnr: string;
  readonly cover: string;
  readonly coverKinds: Readonly<Record<CoverKind, string>>;
  readonly from: string;
  readonly to: string;
  readonly check: { readonly label: string; readonly hint: (address: string) => string; readonly alt: string };
  readonly unsigned: string;
  readonly texts: Readonly<Record<CertificateKind, CertificateText>>;
}

/** Who needs the insurance number to recognise the person; an employer or a university does not. */
export const showsKvnr: Readonly<Record<CertificateKind, boolean>> = {
  membership: true,
  'foreign-cover': true,
  studies: false,
  employer: false,
};

/**
 * Sources: electronic answer to the employer since 2021 (§ 175 Abs. 3 SGB V), to the university since 2022 (§ 199a SGB V);
 * stays abroad by Regulations (EC) 883/2004 and 987/2009 and the agreement with the United Kingdom.
 */
export const certificateWords: Readonly<Record<CertificateLanguage, CertificateWords>> = {
  de: {
    name: 'Name',
    dateOfBirth: 'Geburtsdatum',
    kvnr: 'Versichertennummer',
    cover: 'Versicherung',
    coverKinds: { member: 'Mitglied', family: 'familienversichert' },
    from: 'Versichert seit',
    to: 'Versichert bis',
    check: {
      label: 'Prüfcode',
      hint: (address) => `Ob diese Bescheinigung noch gilt, zeigt ${address}. Die Seite nennt keine Namen.`,
      alt: 'QR-Code: öffnet die Seite, auf der Sie diese Bescheinigung prüfen',
    },
    unsigned: 'Diese Bescheinigung wurde maschinell erstellt und gilt ohne Unterschrift.',
    texts: {
      membership: {
        title: (cover) => (cover === 'member' ? 'Mitgliedsbescheinigung' : 'Versicherungsbescheinigung'),
        opening: ['Wir bestätigen: Diese Person ist bei uns gesetzlich krankenversichert.'],
        notes: [],
      },
      studies: {
        title: () => 'Versicherungsbescheinigung für das Studium',
        opening: ['Wir bestätigen für die Hochschule: Diese Person ist bei uns gesetzlich krankenversichert.'],
        notes: [
          [
            'Hochschulen in Deutschland melden wir den Versicherungsstatus elektronisch, sobald sie ihn anfragen oder Sie ' +
              'uns darum bitten. Diese Bescheinigung ergänzt die Meldung und ersetzt sie nicht.',
          ],
        ],
      },
      employer: {
        title: () => 'Information für den Arbeitgeber',
        opening: ['Wir informieren den Arbeitgeber: Diese Person ist bei uns gesetzlich krankenversichert.'],
        notes: [
          [
            'Seit 2021 bestätigen Krankenkassen die Mitgliedschaft elektronisch: Der Arbeitgeber meldet die Beschäftigung ' +
              'an und erhält unsere Antwort darauf. Dieses Schreiben ist freiwillig und ersetzt sie nicht.',
          ],
        ],
      },
      'foreign-cover': {
        title: () => 'Bescheinigung über den Versicherungsschutz im Ausland',
        opening: ['Wir bestätigen: Diese Person ist bei uns gesetzlich krankenversichert.'],
        notes: [
          [
            'Bei vorübergehendem Aufenthalt in der EU, in Island, Liechtenstein, Norwegen, der Schweiz und dem Vereinigten ' +
              'Königreich besteht Anspruch auf medizinisch notwendige Leistungen nach dem Recht des Aufenthaltsstaats. ' +
              'Nachweis ist die Europäische Krankenversicherungskarte; diese Bescheinigung ersetzt sie nicht.',
          ],
          ['In anderen Staaten gilt der Schutz nur, wenn ein Abkommen über soziale Sicherheit das vorsieht.'],
        ],
      },
    },
  },
  en: {
    name: 'Name',
    dateOfBirth: 'Date of birth',
    kvnr: 'Insurance number',
    cover: 'Insurance',
    coverKinds: { member: 'member', family: 'insured through a family member' },
    from: 'Insured since',
    to: 'Insured until',
    check: {
      label: 'Verification code',
      hint: (address) => `Whether this certificate is still valid is shown at ${address}. The page names nobody.`,
      alt: 'QR code: opens the page on which you check this certificate',
    },
    unsigned: 'This certificate was made by machine and is valid without a signature.',
    texts: {
      membership: {
        title: (cover) => (cover === 'member' ? 'Certificate of membership' : 'Certificate of insurance'),
        opening: ['We confirm that this person has statutory health insurance with us.'],
        notes: [],
      },
      studies: {
        title: () => 'Certificate of insurance for studies',
        opening: ['We confirm to the university that this person has statutory health insurance with us.'],
        notes: [
          [
            'Universities in Germany are told about the insurance electronically, as soon as they ask or you ask us to. ' +
              'This certificate adds to that notification and does not replace it.',
          ],
        ],
      },
      employer: {
        title: () => 'Information for the employer',
        opening: ['We inform the employer that this person has statutory health insurance with us.'],
        notes: [
          [
            'Since 2021 health insurers in Germany confirm membership electronically: the employer registers the employment ' +
              'and gets our answer to it. This letter is voluntary and does not replace that answer.',
          ],
        ],
      },
      'foreign-cover': {
        title: () => 'Confirmation of cover abroad',
        opening: ['We confirm that this person has statutory health insurance in Germany with us.'],
        notes: [
          [
            'During a temporary stay in the EU, Iceland, Liechtenstein, Norway, Switzerland and the United Kingdom the person ' +
              'is entitled to medically necessary benefits under the law of the country of stay. The proof is the European ' +
              'Health Insurance Card; this confirmation does not replace it.',
          ],
          ['In other countries there is cover only where an agreement on social security provides for it.'],
        ],
      },
    },
  },
};
