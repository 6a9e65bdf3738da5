import { Injectable } from '@nestjs/common';
import { type DomainError } from '@of/kernel';

/** Port: a reason why somebody with the right password may still not come in. Rooms above register theirs. */
export abstract class LoginCondition {
  /** @returns the refusal, or null when there is none */
  abstract refusal(account: { accountId: string; insuredId: string }): Promise<DomainError | null>;
}

@Injectable()
export class LoginConditions {
  private readonly conditions: LoginCondition[] = [];

  register(condition: LoginCondition): void {
    this.conditions.push(condition);
  }

  async firstRefusal(account: { accountId: string; insuredId: string }): Promise<DomainError | null> {
    for (const condition of this.conditions) {
      const refusal = await condition.refusal(account);
      if (refusal) return refusal;
    }
    return null;
  }
}
