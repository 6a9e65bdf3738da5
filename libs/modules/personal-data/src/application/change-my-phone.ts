import { Injectable } from '@nestjs/common';
import { ChangePhone, parsePhone } from '@of/membership';
import { Database, type SessionActor } from '@of/platform';
import { RecordChange } from './record-change';

/** The landline: nothing is sent there, so nobody has to release it. */
@Injectable()
export class ChangeMyPhone {
  constructor(
    private readonly database: Database,
    private readonly changePhone: ChangePhone,
    private readonly record: RecordChange,
  ) {}

  /** @throws ValidationError with `phone-format` */
  async execute({ accountId, insuredId }: SessionActor, input: string | null): Promise<void> {
    const phone = parsePhone(input);
    await this.database.transaction(async (tx) => {
      await this.changePhone.execute(tx, insuredId, phone);
      await this.record.execute(tx, { accountId, insuredId, kind: 'phone', content: { phone } });
    });
  }
}
