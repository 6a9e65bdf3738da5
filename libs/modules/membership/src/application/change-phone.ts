import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

/** The landline that the member gives, or none. */
@Injectable()
export class ChangePhone {
  async execute(tx: Tx, insuredId: string, phone: string | null): Promise<void> {
    await tx.query(`UPDATE membership.insured_person SET phone = $2 WHERE id = $1`, [insuredId, phone]);
  }
}
