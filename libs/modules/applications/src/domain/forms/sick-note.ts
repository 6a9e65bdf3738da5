import type { Form } from './question';
import { noticeDaysOn } from './sick-note-rules';

/** Sick notes go electronically; who still has a sheet of paper says why (G2). */
export function sickNoteForm(day: string): Form {
  const days = noticeDaysOn(day);
  return {
    title: { de: 'Krankmeldung', en: 'Sick note' },
    summary: {
      de: 'Eine Arbeitsunfähigkeitsbescheinigung auf Papier',
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
        de: `Eine Krankmeldung muss innerhalb von ${days} Tagen nach Beginn bei uns sein, sonst kann das Krankengeld ruhen. Diese Frist ist vorbei. Bitte reichen Sie sie trotzdem gleich ein.`,
        en: `A sick note must reach us within ${days} days of its first day; otherwise sick pay may be suspended. This time is over. Please submit it right away all the same.`,
      },
    },
    notes: [],
  };
}
