interface ContactChange {
  accountId: string;
  kind: 'email' | 'mobile';
  /** The one that counted before; kept for a while, so that the change can be undone. */
  formerContactId: string;
}

/** Another e-mail address or mobile number counts now. */
export const contactChanged = (payload: ContactChange) =>
  ({ name: 'personal-data.contact-changed', payload: { ...payload } }) as const;

/** The same for the mobile number alone, for the notice that everybody gets. */
export const mobileChanged = (accountId: string) =>
  ({ name: 'personal-data.mobile-changed', payload: { accountId } }) as const;

export const mobileRemoved = (accountId: string) =>
  ({ name: 'personal-data.mobile-removed', payload: { accountId } }) as const;

export const emailChanged = (accountId: string) =>
  ({ name: 'personal-data.email-changed', payload: { accountId } }) as const;

export const addressChanged = (accountId: string, changeId: string) =>
  ({ name: 'personal-data.address-changed', payload: { accountId, changeId } }) as const;

export const bankAccountChanged = (accountId: string, changeId: string) =>
  ({ name: 'personal-data.bank-account-changed', payload: { accountId, changeId } }) as const;
