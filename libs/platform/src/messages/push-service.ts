/** Where a browser wants its pushes: the standard's `PushSubscription` as JSON, without what we do not need. */
export interface PushTarget {
  /** Address at the push service of the browser's maker; whoever knows it may bother the device. */
  endpoint: string;
  /** P-256 point and shared secret, base64url. */
  keys: { p256dh: string; auth: string };
}

/** A push as it leaves. The push service sees neither text nor person; still nothing personal is in it. */
export interface Push {
  payload: string;
  /** How long the push service keeps it for a device that is not there. */
  ttlSeconds: number;
  urgency: 'normal' | 'high';
  /** A newer one with the same topic replaces one that still waits. At most 32 characters of base64url. */
  topic: string;
}

/**
 * What became of it. `gone`: the subscription is worth nothing any more. `refused`: this push will never be taken.
 * `busy`: later, after `retryAfterSeconds` when the service says so.
 */
export type PushOutcome =
  | { kind: 'sent' | 'gone' }
  | { kind: 'refused'; status: number }
  | { kind: 'busy'; reason: string; retryAfterSeconds: number | null };

/** Port: hands one push to the push service of a browser. */
export abstract class PushService {
  /** Never throws because of the other side. */
  abstract send(target: PushTarget, push: Push): Promise<PushOutcome>;
}
