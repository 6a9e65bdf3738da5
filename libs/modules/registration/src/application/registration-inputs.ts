import { Injectable } from '@nestjs/common';
import { CheckShownVersions } from '@of/consent';
import { PasswordRules } from '@of/identity';
import { Kvnr, PostalCode, ValidationError, type FieldError } from '@of/kernel';

export interface RegistrationCommand {
  kvnr: string;
  postalCode: string;
  password: string;
  termsVersion: string;
  privacyVersion: string;
}

interface CheckedCommand {
  kvnr: Kvnr;
  postalCode: PostalCode;
}

/** Checks what was typed, all fields at once. These faults reveal nothing about anybody. */
@Injectable()
export class RegistrationInputs {
  constructor(
    private readonly passwords: PasswordRules,
    private readonly shownVersions: CheckShownVersions,
  ) {}

  /** @throws ValidationError with field codes `kvnr-format`, `kvnr-check-digit`, `postal-code-format`, `password-policy` */
  async check(command: RegistrationCommand): Promise<CheckedCommand> {
    const errors: FieldError[] = [];
    const kvnr = Kvnr.tryParse(command.kvnr);
    if (!kvnr.ok) errors.push({ pointer: '/kvnr', code: kvnr.code });
    const postalCode = PostalCode.tryParse(command.postalCode);
    if (!postalCode.ok) errors.push({ pointer: '/postalCode', code: postalCode.code });
    errors.push(...this.passwords.check(command.password, kvnr.ok ? [kvnr.value.value] : [], '/password'));
    errors.push(...(await this.shownVersions.execute(command)));
    if (!kvnr.ok || !postalCode.ok || errors.length > 0) throw new ValidationError(errors);
    return { kvnr: kvnr.value, postalCode: postalCode.value };
  }
}
