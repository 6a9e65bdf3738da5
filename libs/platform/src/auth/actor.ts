/** What a member must do next before anything else; `null` when nothing. */
export type NextStep = 'activate' | 'approve-login' | 'change-password' | 'accept-terms' | 'confirm-contact';

/** The signed-in member behind a request. */
export interface SessionActor {
  kind: 'member';
  sessionId: string;
  accountId: string;
  /** Insured person the account belongs to. */
  insuredId: string;
  /** `full` when a second factor was used in this session. */
  level: 'basic' | 'full';
  nextStep: NextStep | null;
  idleExpiresAt: Date;
  absoluteExpiresAt: Date;
}

/** The device behind a request of the companion, with user verification in the last 15 minutes. */
export interface DeviceActor {
  kind: 'device';
  deviceId: string;
  accountId: string;
  /** Insured person the account belongs to. */
  insuredId: string;
}
