import type { SmsMessage } from './message';

/** Port: hands one text message to the SMS gateway. */
export abstract class SmsGateway {
  /** @param id idempotency key towards the gateway */
  abstract send(id: string, sms: SmsMessage): Promise<void>;
}
