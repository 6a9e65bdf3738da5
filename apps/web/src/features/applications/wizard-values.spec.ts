import type { DocumentForm } from '@of/api-client';
import { applies, emptyAnswers, fieldsOf, knownSickNote, lateRemark, type Question } from './wizard-values';

const question = (name: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  name,
  type,
  label: name,
  hint: null,
  isRequired: true,
  when: null,
  options: [],
  notBefore: null,
  isPast: false,
  least: null,
  most: null,
  longest: null,
  ...more,
});
const form: DocumentForm = {
  category: 'sick-note',
  title: 'Krankmeldung',
  summary: '',
  questions: [
    question('child', 'choice'),
    question('childName', 'text', { when: { name: 'child', is: 'other' } }),
    question('from', 'day'),
    question('days', 'number'),
    question('alone', 'yes-no'),
  ],
  legible: [],
  notes: [],
  late: { question: 'from', olderThanDays: 7, text: 'Die Frist ist vorbei.' },
};
const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { day: date, month, year };
};

it('sends what was asked and answered, each in its own type, and nothing else', () => {
  const answers = {
    ...emptyAnswers(form, {}),
    child: 'mia',
    childName: 'left over from another choice',
    from: day('2026-11-02'),
    days: '3',
    alone: 'false',
  };
  expect(fieldsOf(form, answers)).toEqual({ child: 'mia', from: '2026-11-02', days: 3, alone: false });
  expect(fieldsOf(form, emptyAnswers(form, {}))).toEqual({});
});

it('asks a question that hangs on another only after the right answer', () => {
  const name = form.questions[1] as Question;
  expect([applies(name, { child: 'other' }), applies(name, { child: 'mia' }), applies(name, {})]).toEqual([
    true,
    false,
    false,
  ]);
});

it.each([
  ['2026-11-19', null],
  ['2026-11-18', 'Die Frist ist vorbei.'],
  ['2026-11-27', null],
  ['2026-02-30', null],
  ['--', null],
])('G2 says about a first day %s on 26 November: %s', (from, remark) => {
  expect(lateRemark(form, { from: day(from) }, '2026-11-26')).toBe(remark);
});

it.each([
  ['2026-11-16', '2026-11-20', ['2026-11-20', true]],
  ['2026-11-18', '2026-11-19', ['2026-11-20', true]],
  ['2026-11-16', '2026-12-04', ['2026-11-20', false]],
  ['2026-11-20', '--', ['2026-11-20', false]],
  ['2026-11-24', '2026-11-27', ['2026-11-27', true]],
  ['2026-11-23', '2026-11-23', null],
  ['--', '2026-11-20', null],
] as const)('G2 knows a sick note from %s to %s', (from, until, known) => {
  const notes = [
    { from: '2026-11-16', until: '2026-11-18' },
    { from: '2026-11-24', until: '2026-11-27' },
    { from: '2026-11-16', until: '2026-11-20' },
  ];
  const found = knownSickNote(notes, { incapableFrom: day(from), incapableUntil: day(until) });
  expect(found && [found.note.until, found.isAll]).toEqual(known);
});

it('keeps what was typed when a form is opened again', () => {
  expect(emptyAnswers(form, { child: 'mia', gone: 'x' })).toEqual({
    child: 'mia',
    childName: '',
    from: { day: '', month: '', year: '' },
    days: '',
    alone: '',
  });
});
