import { countChildSicknessDays, type ChildSicknessApplication } from './child-sickness-days';

const PARENT = 'parent';
const application = (child: string, workingDays: number, more: object = {}): ChildSicknessApplication => ({
  subjectId: PARENT,
  actorId: PARENT,
  answers: { child, workingDays, from: '2026-03-02', isSingleParent: false, isCoAdmission: false, ...more },
});
const inPath = (child: string, workingDays: number): ChildSicknessApplication => ({
  subjectId: child,
  actorId: PARENT,
  answers: { workingDays, from: '2026-03-02', isSingleParent: false, isCoAdmission: false },
});
const count = (applications: ChildSicknessApplication[], children = ['mia', 'jonas'], year = 2026) =>
  countChildSicknessDays(year, children, applications);

it('G3 counts for each child what was applied for, chosen in the form or acted for', () => {
  expect(count([application('mia', 3), inPath('mia', 2), application('jonas', 1)])).toEqual({
    year: 2026,
    isSingleParent: false,
    perChild: 15,
    most: 30,
    appliedFor: 6,
    left: 24,
    children: [
      { childId: 'mia', appliedFor: 5, left: 10 },
      { childId: 'jonas', appliedFor: 1, left: 14 },
    ],
  });
});

it('without an application all days are left, and nobody is taken for a single parent', () => {
  expect(count([], ['mia'])).toMatchObject({ isSingleParent: null, perChild: 15, most: 15, appliedFor: 0, left: 15 });
  expect(count([], [])).toMatchObject({ most: 15, left: 15, children: [] });
});

it('single parents have twice as many, as they said last', () => {
  const alone = application('mia', 20, { isSingleParent: true });
  expect(count([alone, application('mia', 1)])).toMatchObject({
    isSingleParent: true,
    perChild: 30,
    most: 60,
    children: [
      { childId: 'mia', left: 9 },
      { childId: 'jonas', left: 30 },
    ],
  });
});

it('three children share the limit for several, and what the limit leaves is left for none more', () => {
  const days = count([application('mia', 15), application('jonas', 15)], ['mia', 'jonas', 'ben']);
  expect(days).toMatchObject({ most: 35, appliedFor: 30, left: 5 });
  expect(days.children.map(({ left }) => left)).toEqual([0, 0, 5]);
});

it('leaves out days in hospital with the child, other years and papers without answers', () => {
  const days = count([
    application('mia', 9, { isCoAdmission: true }),
    application('mia', 9, { from: '2025-12-30' }),
    { subjectId: PARENT, actorId: PARENT, answers: {} },
  ]);
  expect(days).toMatchObject({ appliedFor: 0, children: [{ left: 15 }, { left: 15 }] });
});

it('never says less than none, and counts a child that is insured elsewhere', () => {
  const other = { childName: 'Ben Muster', childDateOfBirth: '2020-01-01' };
  expect(count([application('mia', 40), application('other', 2, other)], ['mia'])).toMatchObject({
    most: 30,
    appliedFor: 42,
    left: 0,
    children: [{ appliedFor: 40, left: 0 }],
  });
});

it('follows the figures of the year', () => {
  const days = count([application('mia', 3, { from: '2027-01-04' })], ['mia'], 2027);
  expect(days).toMatchObject({ perChild: 10, children: [{ appliedFor: 3, left: 7 }] });
});
