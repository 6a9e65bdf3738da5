import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';

/** Whether anybody was imported yet. */
@Injectable()
export class HasMembers {
  constructor(private readonly database: Database) {}

  async execute(): Promise<boolean> {
    const sql = 'SELECT EXISTS (SELECT FROM membership.insured_person) AS present';
    const [row] = await this.database.read<{ present: boolean }>('membership.has_members', sql);
    return row?.present === true;
  }
}
