import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { type Tx } from '@of/platform';
import type { Address } from '../domain/member';

/**
 * An address that the member gives. It stays in force until the core system confirms it or sends another one. Where a
 * later one waited for its day, this one takes its place.
 */
@Injectable()
export class ChangeAddress {
  /**
   * @param from first day of the new address; one in the past counts from today on
   * @returns the day from which it counts
   */
  async execute(tx: Tx, insuredId: string, address: Address, from: DateOnly): Promise<DateOnly> {
    // The import takes a person and then the rows that belong to it: in the same order here.
    await tx.query(`SELECT FROM membership.insured_person WHERE id = $1 FOR UPDATE`, [insuredId]);
    const [day] = await tx.query<{ day: string }>(`SELECT greatest($1::date, platform.today())::text AS day`, [
      String(from),
    ]);
    const { day: validFrom } = day as { day: string };
    await tx.query(
      `DELETE FROM membership.address WHERE insured_id = $1 AND (valid_from > platform.today() OR valid_from = $2)`,
      [insuredId, validFrom],
    );
    const { street, houseNumber, postalCode, city, country } = address;
    await tx.query(
      `INSERT INTO membership.address (insured_id, valid_from, street, house_number, postal_code, city, country)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [insuredId, validFrom, street, houseNumber, postalCode, city, country],
    );
    return DateOnly.parse(validFrom);
  }
}
