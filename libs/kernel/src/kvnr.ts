import { accepted, orThrow, refused, type Parsed } from './parsed';

export type KvnrFault = 'kvnr-format' | 'kvnr-check-digit';

const CODE_OF_A = 'A'.charCodeAt(0);
const LONGEST_INPUT = 100;

/** What people paste along with the number: blanks of any width, invisible marks, dashes. */
const fillers = /[\s\u200B-\u200F\u2060\u00AD-]+/g;

/** Ten places, or the first block of the full number: + IK (9) + [main member (10)] + check digit. */
const shape = /^([A-Za-z]\d{9})(?:\d{9}(?:[A-Za-z]\d{9})?\d)?$/;

/**
 * Krankenversichertennummer, the lifelong part: a letter, eight digits, a check digit (§ 290 SGB V).
 * The check digit is the digit sum procedure modulo 10 over the letter's two-digit rank and the eight digits,
 * weights 1, 2, 1, 2, … from the left.
 */
export class Kvnr {
  private constructor(
    /** Ten places, upper case. */
    readonly value: string,
    /** The full number of 20 or 30 places was given; only its first ten were taken. */
    readonly truncated: boolean,
  ) {}

  static tryParse(input: unknown): Parsed<Kvnr, KvnrFault> {
    if (typeof input !== 'string' || input.length > LONGEST_INPUT) return refused('kvnr-format');
    const text = input.replace(fillers, '');
    // The letter is matched before it is raised: some foreign letters become A–Z only by raising (ſ → S, ı → I).
    const first = shape.exec(text)?.[1];
    if (!first) return refused('kvnr-format');
    const value = first.toUpperCase();
    if (checkDigitOf(value) !== Number(value[9])) return refused('kvnr-check-digit');
    return accepted(new Kvnr(value, text.length > 10));
  }

  /** @throws DomainError `kvnr-format`, `kvnr-check-digit` */
  static parse(input: unknown): Kvnr {
    return orThrow(Kvnr.tryParse(input));
  }

  static isValid(input: unknown): boolean {
    return Kvnr.tryParse(input).ok;
  }

  equals(other: Kvnr): boolean {
    return this.value === other.value;
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}

function checkDigitOf(value: string): number {
  const rank = value.charCodeAt(0) - CODE_OF_A + 1;
  const digits = [Math.floor(rank / 10), rank % 10];
  for (let place = 1; place <= 8; place++) digits.push(Number(value[place]));
  let sum = 0;
  digits.forEach((digit, index) => {
    const product = digit * (index % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  });
  return sum % 10;
}
