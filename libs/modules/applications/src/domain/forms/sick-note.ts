import type { Form } from './question';
import { noticeDaysOn } from './sick-note-rules';

/** Sick notes go electronically; who still has a sheet of paper says why (G2). */
export function sickNoteForm(day: string): Form {
  const days = noticeDaysOn(day);
  return {
    title: { de: 'Krankmeldung', en: 'Sick note' },
    summary: {
      de: 'Eine Krankschreibung auf Papier',
      en: 'A certificate of incapacity for work on paper',
    },
    questions: [
      {
        name: 'reason',
        type: 'choice',
        isRequired: true,
        label: { de: 'Warum haben Sie die Krankmeldung auf Papier?', en: 'Why is your sick note on paper?' },
        hint: {
          de: 'Praxen melden uns eine Krankmeldung sonst elektronisch. Dann brauchen Sie nichts einzureichen.',
          en: 'Otherwise practices report it electronically. Then you need not submit anything.',
        },
        options: [
          { value: 'private-doctor', label: { de: 'Privatpraxis', en: 'Private practice' } },
          { value: 'abroad', label: { de: 'Behandlung im Ausland', en: 'Treatment abroad' } },
          {
            value: 'transmission-failed',
            label: { de: 'Die Übermittlung hat nicht geklappt', en: 'Transmission failed' },
          },
          { value: 'rehabilitation', label: { de: 'Stationäre Reha', en: 'In-patient rehabilitation' } },
          {
            value: 'private-household',
            label: { de: 'Minijob im Privathaushalt', en: 'Mini-job in a private household' },
          },
          { value: 'other', label: { de: 'Ein anderer Grund', en: 'Another reason' } },
        ],
      },
      {
        name: 'incapableFrom',
        type: 'day',
        isRequired: true,
        label: { de: 'Arbeitsunfähig seit', en: 'Unable to work since' },
        hint: { de: 'Der erste Tag, der auf der Bescheinigung steht', en: 'The first day on the certificate' },
      },
      {
        name: 'incapableUntil',
        type: 'day',
        isRequired: false,
        notBefore: 'incapableFrom',
        label: { de: 'Voraussichtlich bis', en: 'Expected until' },
      },
      {
        name: 'isFollowUp',
        type: 'yes-no',
        isRequired: true,
        label: {
          de: 'Ist es eine Folgebescheinigung für dieselbe Krankheit?',
          en: 'Is it a follow-up certificate for the same illness?',
        },
      },
    ],
    late: {
      question: 'incapableFrom',
      olderThanDays: days,
      text: {
        de: `Die Frist von ${days} Tagen ist vorbei. Bitte reichen Sie die Krankmeldung trotzdem gleich ein.`,
        en: `The time of ${days} days is over. Please submit the sick note right away all the same.`,
      },
    },
    legible: [
      { de: 'Name und Geburtsdatum', en: 'Name and date of birth' },
      { de: 'Erster und letzter Tag der Arbeitsunfähigkeit', en: 'First and last day of incapacity for work' },
      { de: 'Tag der Feststellung', en: 'Day of diagnosis' },
      { de: 'Name der Praxis', en: 'Name of the practice' },
    ],
    notes: [
      {
        de: `Eine Krankmeldung muss innerhalb von ${days} Tagen nach ihrem ersten Tag bei uns sein. Sonst kann das Krankengeld ruhen.`,
        en: `A sick note must reach us within ${days} days of its first day. Otherwise sick pay may be suspended.`,
      },
    ],
  };
}
