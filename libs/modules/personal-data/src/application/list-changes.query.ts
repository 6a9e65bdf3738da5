import { Injectable } from '@nestjs/common';
import { type SessionActor } from '@of/platform';
import { ChangeRepository, type Change } from '../persistence/change.repository';

const MOST = 50;

/** What the member changed, newest first. */
@Injectable()
export class ListChanges {
  constructor(private readonly changes: ChangeRepository) {}

  execute(actor: SessionActor): Promise<Change[]> {
    return this.changes.list(actor.insuredId, MOST);
  }
}
