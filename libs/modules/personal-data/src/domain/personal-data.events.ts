interface ContactChange {
  accountId: string;
  kind: 'email' | 'mobile';
  /** The one that counted before; kept for a while, so that the change can be undone. */
  formerContactId: string;
}

/** Another e-mail address or mobile number counts now. */
export const contactChanged = (payload: ContactChange) =>
  ({ name: 'personal-data.contact-changed', payload: { ...payload } }) as const;
