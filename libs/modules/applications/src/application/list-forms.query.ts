import { Injectable } from '@nestjs/common';
import { Database, type Language, type PersonScope } from '@of/platform';
import { formOf } from '../domain/forms/forms';
import type { Form, Option, Question, Texts } from '../domain/forms/question';
import { OTHER_CHILD } from '../domain/forms/read-answers';
import { categories, type Category } from '../domain/submission';
import { today } from '../persistence/calendar';
import { ChildrenOf } from './children-of';

export interface WordedQuestion {
  readonly name: string;
  readonly type: 'choice' | 'yes-no' | 'day' | 'number' | 'text';
  readonly label: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
  readonly when: { readonly name: string; readonly is: string | boolean } | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Of a day: the question whose day it must not be before. */
  readonly notBefore: string | null;
  readonly isPast: boolean;
  readonly least: number | null;
  readonly most: number | null;
  readonly longest: number | null;
}

/** A form in the words of one language, as it is asked about one person today. */
export interface WordedForm {
  readonly category: Category;
  readonly title: string;
  readonly summary: string;
  readonly questions: readonly WordedQuestion[];
  readonly legible: readonly string[];
  readonly notes: readonly string[];
  readonly late: { readonly question: string; readonly olderThanDays: number; readonly text: string } | null;
}

const otherChild: Texts = { de: 'Ein anderes Kind', en: 'Another child' };

/** The guided questions of every category. */
@Injectable()
export class ListForms {
  constructor(
    private readonly database: Database,
    private readonly children: ChildrenOf,
  ) {}

  async execute(scope: PersonScope, language: Language): Promise<WordedForm[]> {
    const day = String(await today(this.database));
    const children = await this.children.named(scope);
    const childOptions = children?.map(({ insuredId, givenName, familyName }) => {
      const name = `${givenName} ${familyName}`;
      return { value: insuredId, label: { de: name, en: name } };
    });
    return categories.map((category) => worded(category, formOf(category, day), language, childOptions ?? null));
  }
}

function worded(category: Category, form: Form, language: Language, children: Option[] | null): WordedForm {
  const { title, summary, legible, notes, late } = form;
  const asked = form.questions.filter(
    ({ type, when }) => children !== null || !(type === 'child' || when?.name === 'child'),
  );
  return {
    category,
    title: title[language],
    summary: summary[language],
    questions: asked.map((question) => wordedQuestion(question, language, children ?? [])),
    legible: legible.map((text) => text[language]),
    notes: notes.map((note) => note[language]),
    late: late ? { question: late.question, olderThanDays: late.olderThanDays, text: late.text[language] } : null,
  };
}

function wordedQuestion(question: Question, language: Language, children: Option[]): WordedQuestion {
  const { name, label, hint, isRequired, when } = question;
  return {
    name,
    type: question.type === 'child' ? 'choice' : question.type,
    label: label[language],
    hint: hint?.[language] ?? null,
    isRequired,
    when: when ?? null,
    options: optionsOf(question, children).map((option) => ({ value: option.value, label: option.label[language] })),
    notBefore: question.type === 'day' ? (question.notBefore ?? null) : null,
    isPast: question.type === 'day' && question.isPast === true,
    least: question.type === 'number' ? question.least : null,
    most: question.type === 'number' ? question.most : null,
    longest: question.type === 'text' ? question.longest : null,
  };
}

function optionsOf(question: Question, children: Option[]): readonly Option[] {
  if (question.type === 'choice') return question.options;
  return question.type === 'child' ? [...children, { value: OTHER_CHILD, label: otherChild }] : [];
}
