import { Injectable } from '@nestjs/common';
import { type FieldError } from '@of/kernel';
import { passwordFieldErrors, unmetRules } from '../domain/password-policy';
import { CommonPasswords } from './common-passwords';

/** Judges a new password by the customer's rules; reuse is judged where the stored hashes are. */
@Injectable()
export class PasswordRules {
  constructor(private readonly common: CommonPasswords) {}

  /** One field error per unmet rule. */
  check(password: string, usernames: readonly string[], pointer: string): FieldError[] {
    const rules = unmetRules(password, { usernames, isCommon: (candidate) => this.common.has(candidate) });
    return passwordFieldErrors(rules, pointer);
  }
}
