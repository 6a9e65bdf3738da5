import { childSicknessRulesOn } from './child-sickness-rules';
import type { Form } from './question';

/** Muster 21 and what the sheet does not say (G3). */
export function childSicknessForm(day: string): Form {
  const { perChild, perChildAlone, most, mostAlone, underAge } = childSicknessRulesOn(day);
  const year = day.slice(0, 4);
  return {
    title: { de: 'Kinderpflegekrankengeld', en: 'Child sickness benefit' },
    summary: {
      de: 'Antrag mit der ärztlichen Bescheinigung (Muster 21)',
      en: 'Application with the doctor’s certificate (form 21)',
    },
    questions: [
      {
        name: 'child',
        type: 'child',
        isRequired: true,
        label: { de: 'Welches Kind war krank?', en: 'Which child was ill?' },
      },
      {
        name: 'childName',
        type: 'text',
        longest: 100,
        isRequired: true,
        when: { name: 'child', is: 'other' },
        label: { de: 'Vor- und Nachname des Kindes', en: 'Given and family name of the child' },
      },
      {
        name: 'childDateOfBirth',
        type: 'day',
        isPast: true,
        isRequired: true,
        when: { name: 'child', is: 'other' },
        label: { de: 'Geburtsdatum des Kindes', en: 'Date of birth of the child' },
      },
      {
        name: 'hasDisability',
        type: 'yes-no',
        isRequired: true,
        label: {
          de: 'Ist das Kind behindert und auf Hilfe angewiesen?',
          en: 'Does the child have a disability and depend on help?',
        },
      },
      {
        name: 'isCoAdmission',
        type: 'yes-no',
        isRequired: true,
        label: {
          de: 'Waren Sie mit dem Kind im Krankenhaus aufgenommen?',
          en: 'Were you admitted to hospital with the child?',
        },
        hint: { de: 'Dann gibt es keine Grenze nach Tagen.', en: 'Then there is no limit of days.' },
      },
      { name: 'from', type: 'day', isRequired: true, label: { de: 'Betreut ab', en: 'Cared for from' } },
      {
        name: 'until',
        type: 'day',
        isRequired: true,
        notBefore: 'from',
        label: { de: 'Betreut bis', en: 'Cared for until' },
      },
      {
        name: 'workingDays',
        type: 'number',
        least: 1,
        most: 366,
        isRequired: true,
        label: { de: 'Wie viele Arbeitstage haben Sie gefehlt?', en: 'How many working days were you absent?' },
      },
      {
        name: 'isSingleParent',
        type: 'yes-no',
        isRequired: true,
        label: { de: 'Erziehen Sie das Kind allein?', en: 'Do you bring up the child alone?' },
      },
    ],
    legible: [
      { de: 'Name und Geburtsdatum des Kindes', en: 'Name and date of birth of the child' },
      { de: 'Von wann bis wann das Kind betreut werden musste', en: 'From when to when the child needed care' },
      { de: 'Unterschrift und Name der Praxis', en: 'Signature and name of the practice' },
    ],
    notes: [
      {
        de: `${year} gibt es für jedes Kind ${perChild} Arbeitstage je Elternteil. Alleinerziehende haben ${perChildAlone}. Bei mehreren Kindern sind es zusammen höchstens ${most}, für Alleinerziehende ${mostAlone}.`,
        en: `In ${year} there are ${perChild} working days for each child and parent. Single parents have ${perChildAlone}. With several children there are at most ${most} together, ${mostAlone} for single parents.`,
      },
      {
        de: `Das Kind muss jünger als ${underAge} Jahre sein, oder behindert und auf Hilfe angewiesen.`,
        en: `The child must be younger than ${underAge}, or have a disability and depend on help.`,
      },
    ],
  };
}
