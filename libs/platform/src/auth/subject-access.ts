/** Who asks for somebody's data: the account, and where from. */
export interface Acting {
  accountId: string;
  /** Insured person the account belongs to. */
  insuredId: string;
  /** Browser session, or null in the companion. */
  sessionId: string | null;
  /** Device, or null in a browser. */
  deviceId: string | null;
  /** A device's user was verified: that counts as `full`. */
  level: 'basic' | 'full';
}

/** Somebody who acts for a person: for themselves, or for a child of theirs. */
export interface PersonScope extends Acting {
  /** The insured person whose data it is about. */
  subject: string;
  isSelf: boolean;
}

/**
 * Port: for whom a member may act today. The room that knows the families implements it; whether it still holds is asked
 * anew on each request.
 */
export abstract class SubjectAccess {
  /** Ids of the insured persons for whom this one may act now; itself first. */
  abstract allowedSubjects(insuredId: string): Promise<string[]>;
}
