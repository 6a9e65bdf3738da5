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
  /** The same in one text message. */
  sms: string;
}

/** A notice in both languages, and what holds it back. */
export interface Notice extends Record<'de' | 'en', (facts: NoticeFacts) => NoticeText> {
  /** At most one in 24 hours: whoever provokes it must not fill a mailbox. */
  onceADay?: true;
  /** Only to accounts that are open. */
  onlyActive?: true;
}
