/** A text in both languages. */
export type Texts = Readonly<Record<'de' | 'en', string>>;

export interface Option {
  readonly value: string;
  readonly label: Texts;
}

interface Asked {
  /** Name of the answer in `fields`. */
  readonly name: string;
  readonly label: Texts;
  readonly hint?: Texts;
  readonly isRequired: boolean;
  /** Asked only when an earlier question was answered like this. */
  readonly when?: { readonly name: string; readonly is: string | boolean };
}

/** One question of a form. Days are `YYYY-MM-DD`. */
export type Question = Asked &
  (
    | { readonly type: 'choice'; readonly options: readonly Option[] }
    /** One of the children for whom the member acts, or `other`. Asked only where the person is not the child itself. */
    | { readonly type: 'child' }
    | { readonly type: 'yes-no' }
    | { readonly type: 'day'; readonly isPast?: true; readonly notBefore?: string }
    | { readonly type: 'number'; readonly least: number; readonly most: number }
    | { readonly type: 'text'; readonly longest: number }
  );

/** A remark that appears when the day answered to a question is older than that. */
export interface LateRemark {
  readonly question: string;
  readonly olderThanDays: number;
  readonly text: Texts;
}

/** What is asked about a category, in the order in which it is asked. */
export interface Form {
  readonly title: Texts;
  /** What belongs into it, in one sentence. */
  readonly summary: Texts;
  readonly questions: readonly Question[];
  readonly late?: LateRemark;
  /** What has to be readable on the paper. */
  readonly legible: readonly Texts[];
  /** What to know before sending. */
  readonly notes: readonly Texts[];
}
