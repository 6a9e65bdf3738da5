import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { choicesOf, type Choices } from '../domain/notice-channels';
import { PreferenceRepository } from '../persistence/preference.repository';

/** How a member wants to be written to. */
export interface Preferences {
  language: 'de' | 'en';
  choices: Choices;
}

@Injectable()
export class ReadPreferences {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly preferences: PreferenceRepository,
  ) {}

  async execute(accountId: string): Promise<Preferences> {
    const { language } = await this.accounts.getById(accountId);
    return { language, choices: choicesOf(await this.preferences.list(accountId)) };
  }
}
