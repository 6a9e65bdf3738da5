import { type Id } from '@of/kernel';
import type { LetterLanguage } from '../../domain/letter';
import type { LetterSheet, Recipient } from '../../application/ports/typesetter';

/** A letter to Erika Muster, or to whom `recipient` says. */
export function letterSheet(recipient: Partial<Recipient> = {}, language: LetterLanguage = 'de'): LetterSheet {
  return {
    letterId: '019ab0f2-7c1e-7000-8000-000000000001' as Id<'Letter'>,
    purpose: 'registration',
    language,
    recipient: {
      name: 'Erika Muster',
      street: 'Königsbrücker Straße',
      houseNumber: '7a',
      postalCode: '01099',
      city: 'Dresden',
      country: 'DE',
      ...recipient,
    },
    reference: 'OF-2026-118204',
    date: '2026-11-24',
    orderedOn: '2026-11-23',
    validUntil: '2026-12-18',
    code: '7KQ4-M2TX-9HRW',
    codeUrl: 'https://onlinefiliale.example/freischalten#code=7KQ4-M2TX-9HRW',
    portalHost: 'onlinefiliale.example',
    branding: {
      insurerName: 'Musterkasse',
      serviceName: 'Onlinefiliale',
      street: 'Musterallee',
      houseNumber: '1',
      postalCode: '01067',
      city: 'Dresden',
      hotline: { number: '030 23125 117', hours: language === 'de' ? 'Rund um die Uhr' : 'Around the clock' },
      email: 'service@musterkasse.example',
      website: 'https://www.musterkasse.example',
    },
  };
}
