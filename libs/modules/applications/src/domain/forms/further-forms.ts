import type { Form } from './question';

export const householdHelpForm: Form = {
  title: { de: 'Haushaltshilfe', en: 'Household help' },
  summary: {
    de: 'Antrag auf Hilfe im Haushalt mit ärztlicher Bescheinigung',
    en: 'Application for help in the household with a doctor’s certificate',
  },
  questions: [
    {
      name: 'reason',
      type: 'choice',
      isRequired: true,
      label: { de: 'Warum brauchen Sie Hilfe?', en: 'Why do you need help?' },
      options: [
        { value: 'hospital', label: { de: 'Krankenhaus oder Reha', en: 'Hospital or rehabilitation' } },
        { value: 'illness', label: { de: 'Schwere Krankheit zu Hause', en: 'Serious illness at home' } },
        { value: 'pregnancy', label: { de: 'Schwangerschaft oder Geburt', en: 'Pregnancy or birth' } },
      ],
    },
    { name: 'from', type: 'day', isRequired: true, label: { de: 'Ab wann?', en: 'From when?' } },
    { name: 'until', type: 'day', isRequired: false, notBefore: 'from', label: { de: 'Bis wann?', en: 'Until when?' } },
    {
      name: 'hasChildUnderTwelve',
      type: 'yes-no',
      isRequired: true,
      label: {
        de: 'Lebt ein Kind unter 12 Jahren oder ein behindertes Kind bei Ihnen?',
        en: 'Does a child under 12 or a child with a disability live with you?',
      },
    },
    {
      name: 'helper',
      type: 'choice',
      isRequired: true,
      label: { de: 'Wer hilft?', en: 'Who helps?' },
      options: [
        { value: 'service', label: { de: 'Ein Pflege- oder Haushaltsdienst', en: 'A care or household service' } },
        { value: 'private', label: { de: 'Jemand, den ich selbst suche', en: 'Somebody I find myself' } },
        { value: 'open', label: { de: 'Das steht noch nicht fest', en: 'Not decided yet' } },
      ],
    },
  ],
  legible: [
    { de: 'Name der versicherten Person', en: 'Name of the insured person' },
    { de: 'Grund und Dauer der Hilfe', en: 'Reason and duration of the help' },
    { de: 'Unterschrift und Name der Praxis', en: 'Signature and name of the practice' },
  ],
  notes: [
    {
      de: 'Sie zahlen für jeden Tag 10 Prozent der Kosten selbst, mindestens 5 und höchstens 10 Euro. Bei Schwangerschaft oder Geburt entfällt das.',
      en: 'For each day you pay 10 per cent of the costs yourself, at least 5 and at most 10 euros. For pregnancy or birth you pay nothing.',
    },
  ],
};

export const invoiceForm: Form = {
  title: { de: 'Rechnung', en: 'Invoice' },
  summary: { de: 'Eine Rechnung, die Sie erstattet haben möchten', en: 'An invoice you would like reimbursed' },
  questions: [
    {
      name: 'invoicedOn',
      type: 'day',
      isPast: true,
      isRequired: true,
      label: { de: 'Rechnungsdatum', en: 'Date of the invoice' },
    },
    {
      name: 'about',
      type: 'text',
      longest: 200,
      isRequired: false,
      label: { de: 'Wofür ist die Rechnung?', en: 'What is the invoice for?' },
    },
  ],
  legible: [
    { de: 'Name der behandelten Person', en: 'Name of the person treated' },
    { de: 'Rechnungsdatum und Behandlungstage', en: 'Date of the invoice and days of treatment' },
    { de: 'Betrag je Behandlung', en: 'Amount for each treatment' },
    { de: 'Name der Praxis oder des Anbieters', en: 'Name of the practice or provider' },
  ],
  notes: [],
};

export const bonusProofForm: Form = {
  title: { de: 'Bonus-Nachweis', en: 'Bonus proof' },
  summary: { de: 'Ein Nachweis für das Bonusprogramm', en: 'A proof for the bonus programme' },
  questions: [
    {
      name: 'doneOn',
      type: 'day',
      isPast: true,
      isRequired: true,
      label: { de: 'An welchem Tag war die Maßnahme?', en: 'On which day was the activity?' },
    },
    {
      name: 'about',
      type: 'text',
      longest: 200,
      isRequired: false,
      label: { de: 'Welche Maßnahme?', en: 'Which activity?' },
    },
  ],
  legible: [
    { de: 'Name der Person', en: 'Name of the person' },
    { de: 'Maßnahme und Tag', en: 'Activity and day' },
    { de: 'Stempel oder Unterschrift', en: 'Stamp or signature' },
  ],
  notes: [],
};

export const educationForm: Form = {
  title: { de: 'Schul- oder Studienbescheinigung', en: 'Certificate of school or studies' },
  summary: { de: 'Ein Nachweis für die Familienversicherung', en: 'A proof for the family insurance' },
  questions: [
    {
      name: 'education',
      type: 'choice',
      isRequired: true,
      label: { de: 'Was bescheinigt das Dokument?', en: 'What does the document certify?' },
      options: [
        { value: 'school', label: { de: 'Schule', en: 'School' } },
        { value: 'training', label: { de: 'Berufsausbildung', en: 'Vocational training' } },
        { value: 'studies', label: { de: 'Studium', en: 'Studies' } },
        { value: 'voluntary-service', label: { de: 'Freiwilligendienst', en: 'Voluntary service' } },
      ],
    },
    { name: 'from', type: 'day', isRequired: true, label: { de: 'Gültig ab', en: 'Valid from' } },
    {
      name: 'until',
      type: 'day',
      isRequired: false,
      notBefore: 'from',
      label: { de: 'Gültig bis', en: 'Valid until' },
    },
  ],
  legible: [
    { de: 'Name der Person', en: 'Name of the person' },
    { de: 'Name der Schule, Hochschule oder Stelle', en: 'Name of the school, university or place' },
    { de: 'Beginn und Ende', en: 'Beginning and end' },
  ],
  notes: [],
};

export const otherForm: Form = {
  title: { de: 'Anderes Dokument', en: 'Another document' },
  summary: { de: 'Alles, was sonst nicht passt', en: 'Whatever does not fit elsewhere' },
  questions: [
    {
      name: 'about',
      type: 'text',
      longest: 200,
      isRequired: true,
      label: { de: 'Worum geht es?', en: 'What is it about?' },
    },
  ],
  legible: [
    { de: 'Namen und Daten', en: 'Names and dates' },
    { de: 'Alle Seiten, auch die Rückseiten mit Text', en: 'All pages, also backs with text' },
  ],
  notes: [],
};
