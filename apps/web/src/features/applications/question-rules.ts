import type { RegisterOptions } from 'react-hook-form';
import type { TypedDay } from '@of/ui';
import { m } from '@of/i18n';
import { isEmptyDay, readDay } from '../../app/forms/typed-day';
import { isDay, today, type Question, type TypedAnswers } from './wizard-values';

/** The same rules as those of the API, so that nobody waits for an answer to learn them. */
export function rulesOf(question: Question): RegisterOptions {
  return {
    validate: (value: string | TypedDay, answers: TypedAnswers) =>
      isDay(value) ? dayFault(question, value, answers) : textFault(question, value),
  };
}

function dayFault({ isRequired, isPast, notBefore }: Question, value: TypedDay, answers: TypedAnswers) {
  if (isEmptyDay(value)) return isRequired ? m.documents_answer_missing() : true;
  const day = readDay(value);
  if (typeof day === 'string') return day === 'date-not-real' ? m.date_not_real() : m.date_format();
  if (isPast && String(day) > today()) return m.documents_day_in_future();
  const first = notBefore === null ? undefined : answers[notBefore];
  const firstDay = isDay(first) ? readDay(first) : null;
  if (firstDay !== null && typeof firstDay !== 'string' && day.isBefore(firstDay)) return m.documents_day_before();
  return true;
}

function textFault({ isRequired, type, least, most, longest }: Question, value: string) {
  const text = value.trim();
  if (text === '') return isRequired ? m.documents_answer_missing() : true;
  if (type === 'number' && least !== null && most !== null) {
    const number = Number(text);
    const isFine = /^\d+$/.test(text) && number >= least && number <= most;
    return isFine || m.documents_number({ least: String(least), most: String(most) });
  }
  if (longest !== null && [...text].length > longest) return m.documents_too_long({ longest: String(longest) });
  return true;
}
