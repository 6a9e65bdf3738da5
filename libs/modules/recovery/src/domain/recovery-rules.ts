/** How long a reset by e-mail is off after the address was changed: whoever changed it may not be its owner (decided for S62). */
export const EMAIL_QUIET_HOURS = 72;

/** How long the former address can undo the change. */
export const UNDO_HOURS = 72;

/** After an undo only letters bring codes for a new password, for so long. */
export const POST_ONLY_DAYS = 7;

/** So many days after it was expected, a letter with a code counts as lost. */
export const LETTER_LOST_DAYS = 3;

/** A letter to an address that changed within these days is looked at by a person first (S03). */
export const ADDRESS_REVIEW_DAYS = 14;

/** How long the QR code for a new device works (S20). */
export const TRANSFER_MINUTES = 10;

/** How long after activation the first device needs no letter. */
export const FIRST_DEVICE_MINUTES = 30;

/** Links, offers and former addresses are forgotten after so many days. */
export const KEEP_DAYS = 30;

export const resetChannels = ['email', 'mobile', 'post'] as const;

export type ResetChannel = (typeof resetChannels)[number];
