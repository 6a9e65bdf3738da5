import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { Database, type SessionActor, type Tx } from '@of/platform';
import { choicesOf, isFixed, type Choice } from '../domain/notice-channels';
import { channelFixed } from '../domain/notifications.errors';
import { PreferenceRepository } from '../persistence/preference.repository';

export interface NewPreferences {
  language: 'de' | 'en';
  /** Each with the place where it stood in the request, for refusals. */
  choices: (Choice & { pointer: string })[];
}

/** The member chooses language and channels. What is written from now on follows it; letters on their way stay as they are. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly preferences: PreferenceRepository,
  ) {}

  /** @throws DomainError `validation-failed` with `channel-fixed` for what cannot be switched off */
  async execute(actor: SessionActor, { language, choices }: NewPreferences): Promise<void> {
    const refused = choices.filter(({ kind, channel, isOn }) => !isOn && isFixed(kind, channel));
    if (refused.length > 0) throw channelFixed(refused.map(({ pointer }) => pointer));
    await this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, actor.accountId);
      await this.changeLanguage(tx, actor, language);
      await this.changeChoices(tx, actor, choices);
    });
  }

  private async changeLanguage(tx: Tx, { accountId, insuredId }: SessionActor, language: 'de' | 'en'): Promise<void> {
    if ((await this.accounts.getLanguage(tx, accountId)) === language) return;
    await this.accounts.setLanguage(tx, accountId, language);
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'notifications.language-changed',
      details: { language },
    });
  }

  private async changeChoices(
    tx: Tx,
    { accountId, insuredId }: SessionActor,
    choices: readonly Choice[],
  ): Promise<void> {
    const current = choicesOf(await this.preferences.listIn(tx, accountId));
    const changed = choices.filter(({ kind, channel, isOn }) => current[kind][channel].isOn !== isOn);
    if (changed.length === 0) return;
    for (const choice of changed) await this.preferences.set(tx, accountId, choice);
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'notifications.preferences-changed',
      details: Object.fromEntries(changed.map(({ kind, channel, isOn }) => [`${kind}.${channel}`, isOn])),
    });
  }
}
