/** A mail as it leaves: complete, nothing is rendered later. */
export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A text message as it leaves. `to` is E.164, e.g. `+4915112345678`. */
export interface SmsMessage {
  to: string;
  text: string;
}
