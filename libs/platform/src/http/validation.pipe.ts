import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { DomainError, type FieldError } from '@of/kernel';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { assertUsableShape } from './request-shape';

const codeOfConstraint: Record<string, string> = {
  whitelistValidation: 'unknown-field',
  isString: 'wrong-type',
  isBoolean: 'wrong-type',
  isInt: 'wrong-type',
  isArray: 'wrong-type',
  isObject: 'wrong-type',
  nestedValidation: 'wrong-type',
  maxLength: 'too-long',
  arrayMaxSize: 'too-long',
  isNotEmpty: 'required',
  minLength: 'required',
  isDefined: 'required',
  isIn: 'not-allowed',
  isUuid: 'not-allowed',
};

/** A value of the wrong type breaks the other rules, too: then the type is what has to be said. */
function mostTelling(constraints: string[]): string {
  const codes = constraints.map((name) => codeOfConstraint[name]).filter((code) => code !== undefined);
  return codes.includes('wrong-type') ? 'wrong-type' : (codes[0] ?? 'invalid');
}

function toFieldErrors(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property}`;
    const own: FieldError[] = [];
    const names = Object.keys(error.constraints ?? {});
    if (names.length > 0) {
      const code =
        error.value === undefined || error.value === null
          ? names.includes('whitelistValidation')
            ? 'unknown-field'
            : 'required'
          : mostTelling(names);
      own.push({ pointer, code });
    }
    return [...own, ...toFieldErrors(error.children ?? [], pointer)];
  });
}

/**
 * Checks bodies and queries against their DTO: unknown fields, wrong types and missing fields are refused, one entry per
 * field. Nothing is converted: a number sent as a string stays wrong.
 */
@Injectable()
export class DtoValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype, type } = metadata;
    if (type === 'custom' || !metatype || [String, Number, Boolean, Array, Object].includes(metatype as never)) {
      if (typeof value === 'string') assertUsableShape(value);
      return value;
    }
    if (type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw new DomainError('malformed-request', 'malformed');
    }
    assertUsableShape(value);
    const dto = plainToInstance(metatype as new () => object, value ?? {}, { enableImplicitConversion: false });
    const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length > 0) {
      throw new DomainError('validation-failed', 'validation', { fieldErrors: toFieldErrors(errors) });
    }
    return dto;
  }
}
