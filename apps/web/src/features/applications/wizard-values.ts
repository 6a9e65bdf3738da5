import type { DocumentCategory, DocumentForm } from '@of/api-client';
import { DateOnly } from '@of/kernel';
import type { TypedDay } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import { isEmptyDay, NO_DAY, readDay } from '../../app/forms/typed-day';
import type { DraftForm } from '../drafts/draft-form';

export type Question = DocumentForm['questions'][number];
/** As it is typed: choices and texts, and days in three numbers. */
export type TypedAnswers = Record<string, string | TypedDay>;

export interface WizardValues {
  category: DocumentCategory | '';
  answers: TypedAnswers;
  /** Pages that have arrived, in their order; drafts of before they were kept have none. */
  uploadIds?: string[];
}

export const documentDraft: DraftForm<WizardValues> = { name: 'document-submission', version: 1 };

const YES = 'true';

export const yesOrNo = () => [
  { value: YES, label: m.documents_yes() },
  { value: 'false', label: m.documents_no() },
];

export const isDay = (value: string | TypedDay | undefined): value is TypedDay => typeof value === 'object';

/** Whether a question applies after the answers so far. */
export function applies({ when }: Question, answers: TypedAnswers): boolean {
  return when === null || answers[when.name] === String(when.is);
}

/** Nothing typed yet for what the form asks. */
export function emptyAnswers(form: DocumentForm, known: TypedAnswers): TypedAnswers {
  return Object.fromEntries(
    form.questions.map(({ name, type }) => [name, known[name] ?? (type === 'day' ? NO_DAY : '')]),
  );
}

/** What the API gets: only what was asked and answered. */
export function fieldsOf(form: DocumentForm, answers: TypedAnswers): Record<string, string | number | boolean> {
  const asked = form.questions.filter((question) => applies(question, answers));
  return Object.fromEntries(
    asked.flatMap(({ name, type }): [string, string | number | boolean][] => {
      const value = answers[name];
      if (value === undefined || value === '' || (isDay(value) && isEmptyDay(value))) return [];
      if (isDay(value)) return [[name, String(readDay(value))]];
      if (type === 'yes-no') return [[name, value === YES]];
      return [[name, type === 'number' ? Number(value) : value]];
    }),
  );
}

/** An answer in words, as the check shows it. */
export function inWords({ type, options }: Question, value: string | TypedDay | undefined): string {
  if (value === undefined || value === '' || (isDay(value) && isEmptyDay(value))) return m.documents_not_given();
  if (isDay(value)) return formatDay(String(readDay(value)));
  if (type === 'yes-no') return value === YES ? m.documents_yes() : m.documents_no();
  return options.find((option) => option.value === value)?.label ?? value;
}

/** A whole day that was typed, as `YYYY-MM-DD`; null while it is none. */
export function dayIn(typed: string | TypedDay | undefined): string | null {
  if (!isDay(typed) || isEmptyDay(typed)) return null;
  const day = readDay(typed);
  return typeof day === 'string' ? null : String(day);
}

/** The remark about a day that lies too far back; null where there is none. */
export function lateRemark({ late }: DocumentForm, answers: TypedAnswers, today: string): string | null {
  const day = late ? dayIn(answers[late.question]) : null;
  if (!late || day === null) return null;
  return DateOnly.parse(day).daysUntil(DateOnly.parse(today)) > late.olderThanDays ? late.text : null;
}

/**
 * The sick note that is here for the first day typed, and whether it reaches to the last day typed. While that day is missing
 * it does not: a follow-up certificate begins with the same day and ends later.
 */
export function knownSickNote<Note extends { from: string; until: string }>(
  notes: readonly Note[],
  answers: TypedAnswers,
): { note: Note; isAll: boolean } | null {
  const [from, until] = [dayIn(answers['incapableFrom']), dayIn(answers['incapableUntil'])];
  const covering = notes.filter((note) => from !== null && note.from <= from && from <= note.until);
  const [note] = covering.sort((one, other) => (one.until < other.until ? 1 : -1));
  return note ? { note, isAll: until !== null && until <= note.until } : null;
}

/** Today in Germany, as a calendar day. */
export function today(): string {
  return String(DateOnly.fromInstant(new Date()));
}
