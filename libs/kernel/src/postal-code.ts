import { accepted, orThrow, refused, type Parsed } from './parsed';

export type PostalCodeFault = 'postal-code-format';

const german = /^\d{5}$/;
const foreign = /^\d{1,10}$/;

/**
 * Postal code as text: leading zeros count (01099 Dresden). Of foreign codes only the digits are entered.
 */
export class PostalCode {
  private constructor(readonly value: string) {}

  /** @param country ISO 3166 alpha-2 */
  static tryParse(input: unknown, country = 'DE'): Parsed<PostalCode, PostalCodeFault> {
    if (typeof input !== 'string' || input.length > 50) return refused('postal-code-format');
    const text = input.trim();
    const fits = country === 'DE' ? german.test(text) : foreign.test(text.replace(/[\s-]/g, ''));
    return fits ? accepted(new PostalCode(text.replace(/[\s-]/g, ''))) : refused('postal-code-format');
  }

  /** @throws DomainError `postal-code-format` */
  static parse(input: unknown, country = 'DE'): PostalCode {
    return orThrow(PostalCode.tryParse(input, country));
  }

  equals(other: PostalCode): boolean {
    return this.value === other.value;
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}
