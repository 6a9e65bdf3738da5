import { DateOnly, ValidationError, type FieldError } from '@of/kernel';
import type { Answer, Answers } from '../submission';
import type { Form, Question } from './question';

/** Stands for a child that is not among those the member acts for. */
export const OTHER_CHILD = 'other';

export interface AnswerContext {
  readonly today: DateOnly;
  /** Children for whom the member acts; null where the person is the child itself, which is not asked then. */
  readonly children: readonly string[] | null;
}

/**
 * Reads the answers to a form: every question that applies is answered in its own way, nothing else is there.
 * @throws ValidationError with pointers into `/fields`
 */
export function readAnswers(form: Form, given: Readonly<Record<string, unknown>>, context: AnswerContext): Answers {
  const questions = form.questions.filter(({ type, when }) => context.children !== null || !isAboutChild(type, when));
  const errors: FieldError[] = [];
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const value = Object.hasOwn(given, question.name) ? given[question.name] : undefined;
    const fault = faultOf(question, value, answers, context);
    if (fault) errors.push({ pointer: `/fields/${question.name}`, ...fault });
    else if (value !== undefined) answers[question.name] = typeof value === 'string' ? value.trim() : (value as Answer);
  }
  const known = new Set(questions.map(({ name }) => name));
  for (const name of Object.keys(given)) {
    if (!known.has(name)) errors.push({ pointer: `/fields/${escaped(name)}`, code: 'unknown-field' });
  }
  if (errors.length > 0) throw new ValidationError(errors);
  return answers;
}

type Fault = Omit<FieldError, 'pointer'>;

function isAboutChild(type: Question['type'], when: Question['when']): boolean {
  return type === 'child' || when?.name === 'child';
}

function faultOf(question: Question, value: unknown, answers: Answers, context: AnswerContext): Fault | null {
  const { when } = question;
  if (when && answers[when.name] !== when.is) return value === undefined ? null : { code: 'not-allowed' };
  if (value === undefined || value === '') return question.isRequired || value === '' ? { code: 'required' } : null;
  switch (question.type) {
    case 'choice':
      return oneOf(
        value,
        question.options.map((option) => option.value),
      );
    case 'child':
      return oneOf(value, [...(context.children ?? []), OTHER_CHILD]);
    case 'yes-no':
      return typeof value === 'boolean' ? null : { code: 'wrong-type' };
    case 'number':
      return faultOfNumber(value, question);
    case 'text':
      return faultOfText(value, question.longest);
    case 'day':
      return faultOfDay(value, question, answers, context.today);
  }
}

function oneOf(value: unknown, values: readonly string[]): Fault | null {
  if (typeof value !== 'string') return { code: 'wrong-type' };
  return values.includes(value) ? null : { code: 'not-allowed' };
}

function faultOfNumber(value: unknown, { least, most }: { least: number; most: number }): Fault | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return { code: 'wrong-type' };
  return value >= least && value <= most ? null : { code: 'number-range', params: { least, most } };
}

function faultOfText(value: unknown, longest: number): Fault | null {
  if (typeof value !== 'string') return { code: 'wrong-type' };
  if (value.trim() === '') return { code: 'required' };
  return [...value].length <= longest ? null : { code: 'too-long' };
}

function faultOfDay(
  value: unknown,
  { isPast, notBefore }: { isPast?: true; notBefore?: string },
  answers: Answers,
  today: DateOnly,
): Fault | null {
  if (typeof value !== 'string') return { code: 'wrong-type' };
  const parsed = DateOnly.tryParse(value);
  if (!parsed.ok) return { code: 'day-invalid' };
  if (isPast && parsed.value.isAfter(today)) return { code: 'day-in-future' };
  const first = notBefore === undefined ? undefined : answers[notBefore];
  return typeof first === 'string' && value < first ? { code: 'day-before-first' } : null;
}

/** As RFC 6901 has it, and no longer than a name would be. */
const escaped = (name: string): string => name.slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1');
