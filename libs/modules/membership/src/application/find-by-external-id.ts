import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';

/** Finds a person by the number that the core insurance system gave them. */
@Injectable()
export class FindByExternalId {
  constructor(private readonly database: Database) {}

  async execute(externalId: string): Promise<string | null> {
    const [row] = await this.database.read<{ id: string }>(
      'membership.by-external-id',
      `SELECT id FROM membership.insured_person WHERE external_id = $1`,
      [externalId],
    );
    return row?.id ?? null;
  }
}
