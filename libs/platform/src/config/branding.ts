import { readFileSync } from 'node:fs';
import { AppConfig } from './app-config';

type InBothLanguages = { de: string; en: string };

/**
 * How the insurer presents itself. The default is fictitious; an insurer gives its own in `BRANDING_FILE` (JSON with the
 * same shape, every key optional).
 */
export class Branding {
  insurerName = 'Musterkasse';
  serviceName = 'Onlinefiliale';
  hotline: { number: string; tel: string; hours: InBothLanguages } = {
    number: '030 23125 117',
    tel: '+493023125117',
    hours: { de: 'Rund um die Uhr', en: 'Around the clock' },
  };
  email = 'service@musterkasse.example';
  website = 'https://www.musterkasse.example';
  privacyStatementUrl = 'https://www.musterkasse.example/datenschutz';
  address = { street: 'Musterallee', houseNumber: '1', postalCode: '01067', city: 'Dresden' };
  imprint = {
    legalForm: { de: 'Körperschaft des öffentlichen Rechts', en: 'Corporation under public law' },
    representedBy: { de: 'Vorstand: Dr. Paula Beispiel', en: 'Board: Dr Paula Beispiel' },
    supervisoryAuthority: {
      de: 'Musteramt für soziale Sicherung, Beispielallee 1, 53111 Bonn',
      en: 'Sample Office for Social Security, Beispielallee 1, 53111 Bonn',
    },
    vatId: 'DE000000000',
  };
  /** Accent colours of the portal, light and dark; empty keeps those of the design. */
  colours: { brandLight?: string; brandDark?: string } = {};

  static load(config: AppConfig): Branding {
    const own = config.BRANDING_FILE
      ? (JSON.parse(readFileSync(config.BRANDING_FILE, 'utf8')) as Partial<Branding>)
      : {};
    return Object.assign(new Branding(), own);
  }
}
