import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { type LookupFunction } from 'node:net';
import { generateRequestDetails } from 'web-push';
import { AppConfig } from '../config/app-config';
import { vapidKeysOf } from '../crypto/vapid-keys';
import { isLoopback, isPublicAddress, isPushEndpoint } from './push-endpoint';
import { PushService, type Push, type PushOutcome, type PushTarget } from './push-service';

const DEADLINE_MS = 10_000;

/**
 * Pushes by Web Push (RFC 8030, 8291, 8292). The address was named by a browser, so the request is made with care: only to
 * public addresses, to exactly the one that was checked, no redirect is followed, nothing of the answer but its head is read.
 */
export class WebPush extends PushService {
  private readonly vapidDetails;
  private readonly mayBeLoopback: boolean;

  constructor(
    config: AppConfig,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    super();
    this.vapidDetails = { subject: config.VAPID_SUBJECT, ...vapidKeysOf(config.VAPID_PRIVATE_KEY) };
    this.mayBeLoopback = config.mayPushToLoopback;
  }

  async send(target: PushTarget, push: Push): Promise<PushOutcome> {
    // It was checked when it was stored; rules and settings may have changed since.
    if (!isPushEndpoint(target.endpoint, this.mayBeLoopback)) return { kind: 'gone' };
    const { headers, body } = generateRequestDetails(target, push.payload, {
      vapidDetails: this.vapidDetails,
      TTL: push.ttlSeconds,
      urgency: push.urgency,
      topic: push.topic,
    });
    try {
      const answer = await this.post(new URL(target.endpoint), headers, body);
      return outcomeOf(answer);
    } catch (error) {
      // Never the message: it may name the endpoint.
      return { kind: 'busy', reason: (error as NodeJS.ErrnoException).code ?? 'no answer', retryAfterSeconds: null };
    }
  }

  private post(url: URL, headers: Record<string, string>, body: Buffer): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? tlsRequest : plainRequest;
    return new Promise((resolve, reject) => {
      const sent: ClientRequest = request(url, {
        method: 'POST',
        headers,
        agent: false,
        lookup: this.lookup,
        signal: AbortSignal.timeout(this.deadlineMs),
      });
      sent.on('error', reject);
      sent.once('response', (answer) => {
        resolve(answer);
        answer.once('error', () => undefined);
        answer.destroy();
      });
      sent.end(body);
    });
  }

  /** What the connection is made to is what was checked: the name is not looked up a second time. */
  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = error ? [] : addresses;
      // One address inside among public ones is somebody's try to get in.
      if (!first || !addresses.every(({ address }) => this.isAllowed(hostname, address))) {
        const refusal = Object.assign(new Error('no public address'), { code: error?.code ?? 'EADDRNOTAVAIL' });
        callback(refusal, options.all ? [] : '');
      } else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

  private isAllowed(hostname: string, address: string): boolean {
    return isPublicAddress(address) || (this.mayBeLoopback && isLoopback(hostname) && isLoopback(address));
  }
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage): PushOutcome {
  if (statusCode >= 200 && statusCode < 300) return { kind: 'sent' };
  if (statusCode === 404 || statusCode === 410) return { kind: 'gone' };
  if (statusCode !== 429 && statusCode < 500) return { kind: 'refused', status: statusCode };
  return { kind: 'busy', reason: `status ${statusCode}`, retryAfterSeconds: secondsOf(headers['retry-after']) };
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
