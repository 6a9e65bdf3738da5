/** What a notice may name. Nothing about health, no number of the insured person, no value that was changed. */
export interface NoticeFacts {
  serviceName: string;
  hotline: string;
  /** Last day of cover, and the last day on which the member can log in; in words. */
  coverEndedOn: string;
  accessEndsOn: string;
}

export interface NoticeText {
  subject: string;
  paragraphs: string[];
  /** The same in one text message, for what concerns the safety of the account. */
  sms?: string;
}

/** A notice in both languages. */
export type Notice = Record<'de' | 'en', (facts: NoticeFacts) => NoticeText>;
