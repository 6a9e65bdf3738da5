import { DateOnly, ValidationError } from '@of/kernel';
import type { Category } from '../submission';
import { formOf } from './forms';
import { readAnswers } from './read-answers';

const CHILD = '019306a1-7c1e-7000-8000-000000000001';
const today = DateOnly.parse('2026-11-26');
const read = (category: Category, given: object, children: string[] | null = [CHILD]) =>
  readAnswers(formOf(category, '2026-11-26'), given as Record<string, unknown>, { today, children });

function faultsOf(category: Category, given: object, children?: string[] | null): string[] {
  try {
    read(category, given, children);
  } catch (error) {
    if (error instanceof ValidationError)
      return (error.fieldErrors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

const sickNote = { reason: 'abroad', incapableFrom: '2026-11-23', isFollowUp: false };
const childBenefit = {
  child: CHILD,
  hasDisability: false,
  isCoAdmission: false,
  from: '2026-11-20',
  until: '2026-11-24',
  workingDays: 3,
  isSingleParent: true,
};

it('takes what was asked, as it was answered', () => {
  expect(read('sick-note', sickNote)).toEqual(sickNote);
  expect(read('child-sickness-benefit', childBenefit)).toEqual(childBenefit);
  expect(read('other', { about: '  Umzug  ' })).toEqual({ about: 'Umzug' });
});

it('does not ask which child where the child is the person', () => {
  const { child, ...rest } = childBenefit;
  expect(read('child-sickness-benefit', rest, null)).toEqual(rest);
  expect(faultsOf('child-sickness-benefit', { ...rest, child }, null)).toEqual(['/fields/child unknown-field']);
});

it('asks for name and birth of a child only where it is none of theirs', () => {
  const other = { ...childBenefit, child: 'other' };
  expect(faultsOf('child-sickness-benefit', other)).toEqual([
    '/fields/childName required',
    '/fields/childDateOfBirth required',
  ]);
  expect(faultsOf('child-sickness-benefit', { ...childBenefit, childName: 'Mia' })).toEqual([
    '/fields/childName not-allowed',
  ]);
});

it.each([
  [
    'nothing',
    'sick-note',
    {},
    ['/fields/reason required', '/fields/incapableFrom required', '/fields/isFollowUp required'],
  ],
  ['a field nobody knows', 'sick-note', { ...sickNote, kvnr: 'A123456780' }, ['/fields/kvnr unknown-field']],
  ['a name with slashes', 'sick-note', { ...sickNote, 'a/b~': 1 }, ['/fields/a~1b~0 unknown-field']],
  ['a choice that is none', 'sick-note', { ...sickNote, reason: 'toString' }, ['/fields/reason not-allowed']],
  ['a word for yes', 'sick-note', { ...sickNote, isFollowUp: 'true' }, ['/fields/isFollowUp wrong-type']],
  [
    'a day that is none',
    'sick-note',
    { ...sickNote, incapableFrom: '2026-02-30' },
    ['/fields/incapableFrom day-invalid'],
  ],
  ['a day in an object', 'sick-note', { ...sickNote, incapableFrom: {} }, ['/fields/incapableFrom wrong-type']],
  [
    'an end before the start',
    'sick-note',
    { ...sickNote, incapableUntil: '2026-11-22' },
    ['/fields/incapableUntil day-before-first'],
  ],
  ['a bill of tomorrow', 'invoice', { invoicedOn: '2026-11-27' }, ['/fields/invoicedOn day-in-future']],
  ['half a day', 'child-sickness-benefit', { ...childBenefit, workingDays: 1.5 }, ['/fields/workingDays wrong-type']],
  [
    'too many days',
    'child-sickness-benefit',
    { ...childBenefit, workingDays: 367 },
    ['/fields/workingDays number-range'],
  ],
  [
    'somebody else’s child',
    'child-sickness-benefit',
    { ...childBenefit, child: '019306a1-7c1e-7000-8000-00000000ffff' },
    ['/fields/child not-allowed'],
  ],
  ['blanks', 'other', { about: '   ' }, ['/fields/about required']],
  ['a long text', 'other', { about: 'x'.repeat(201) }, ['/fields/about too-long']],
  ['a list', 'other', { about: ['x'] }, ['/fields/about wrong-type']],
] as [string, Category, object, string[]][])('refuses %s', (_, category, given, faults) => {
  expect(faultsOf(category, given)).toEqual(faults);
});
