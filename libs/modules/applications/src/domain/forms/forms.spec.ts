import { categories } from '../submission';
import { childSicknessRulesOn } from './child-sickness-rules';
import { formOf } from './forms';
import { noticeDaysOn } from './sick-note-rules';

const forms = categories.map((category) => [category, formOf(category, '2026-11-26')] as const);

describe.each(forms)('the form of %s', (_, form) => {
  const texts = [
    form.title,
    form.summary,
    ...form.legible,
    ...form.notes,
    ...(form.late ? [form.late.text] : []),
    ...form.questions.flatMap((question) => [
      question.label,
      ...(question.hint ? [question.hint] : []),
      ...(question.type === 'choice' ? question.options.map(({ label }) => label) : []),
    ]),
  ];

  it('is worded in both languages, without exclamation marks', () => {
    for (const { de, en } of texts) {
      expect([de, en].join()).not.toMatch(/!|undefined|^\s*$/);
      expect(de).not.toMatch(/\b(du|dein|dir)\b/i);
    }
  });

  it('asks each question once, and conditions name an earlier question', () => {
    const names = form.questions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    form.questions.forEach((question, index) => {
      const earlier = names.slice(0, index);
      if (question.when) expect(earlier).toContain(question.when.name);
      if (question.type === 'day' && question.notBefore) expect(earlier).toContain(question.notBefore);
    });
  });

  it('says what has to be readable', () => expect(form.legible.length).toBeGreaterThan(1));

  it('never asks for what we know: name or insurance number', () => {
    expect(form.questions.map(({ name }) => name).join()).not.toMatch(/kvnr|insuredName|address/i);
  });
});

it.each([
  ['2024-01-01', 15, 30, 35, 70],
  ['2026-12-31', 15, 30, 35, 70],
  ['2027-01-01', 10, 20, 25, 50],
])('child sickness benefit on %s: %i days, %i alone, at most %i and %i', (day, perChild, alone, most, mostAlone) => {
  expect(childSicknessRulesOn(day)).toMatchObject({ perChild, perChildAlone: alone, most, mostAlone, underAge: 12 });
});

it('G2 a sick note must be there within a week', () => expect(noticeDaysOn('2026-11-26')).toBe(7));
