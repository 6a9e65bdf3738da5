import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database } from '@of/platform';
import { coverRulesOn, type CoverRules } from '../domain/cover-rules';

/** The rules about the end of cover that are in force today, by the database's clock. */
@Injectable()
export class CoverCalendar {
  constructor(private readonly database: Database) {}

  async today(): Promise<{ day: DateOnly; rules: CoverRules }> {
    const [row] = await this.database.read<{ day: string }>(
      'registration.today',
      `SELECT platform.today()::text AS day`,
    );
    const day = DateOnly.parse(row?.day);
    return { day, rules: coverRulesOn(day) };
  }
}
