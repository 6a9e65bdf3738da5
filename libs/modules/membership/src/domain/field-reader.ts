import { DateOnly, type FieldError, type Parsed } from '@of/kernel';

type Bag = Record<string, unknown>;

/** Characters that stand in no name or street: controls, line separators, marks that turn the reading direction. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/**
 * Reads an unknown object field by field and collects every fault instead of stopping at the first.
 * A faulty field yields a harmless stand-in; the caller looks at `faults` before using anything.
 */
export class FieldReader {
  constructor(
    private readonly bag: Bag,
    private readonly path: string,
    readonly faults: FieldError[],
  ) {}

  static of(input: unknown, path: string, faults: FieldError[]): FieldReader | null {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
      return new FieldReader(input as Bag, path, faults);
    }
    faults.push({ pointer: path, code: input === undefined || input === null ? 'required' : 'object-expected' });
    return null;
  }

  fault(name: string, code: string): void {
    this.faults.push({ pointer: `${this.path}/${name}`, code });
  }

  allowOnly(known: ReadonlySet<string>): void {
    for (const name of Object.keys(this.bag)) {
      if (!known.has(name)) this.fault(name.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1'), 'unknown-field');
    }
  }

  has(name: string): boolean {
    return this.bag[name] !== undefined && this.bag[name] !== null;
  }

  raw(name: string): unknown {
    return this.bag[name];
  }

  text(name: string, longest: number): string {
    const value = this.optionalText(name, longest);
    if (value === '' && !this.faults.some(({ pointer }) => pointer === `${this.path}/${name}`)) {
      this.fault(name, 'required');
    }
    return value;
  }

  /** Empty when missing, null or blank. */
  optionalText(name: string, longest: number): string {
    const value = this.bag[name];
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string') return this.refuse(name, 'text-expected');
    if (value.length > 4 * longest) return this.refuse(name, 'too-long');
    const text = value.normalize('NFC').trim();
    if (unprintable.test(text) || !text.isWellFormed()) return this.refuse(name, 'text-format');
    return text.length > longest ? this.refuse(name, 'too-long') : text;
  }

  /** A text of a given shape, null when missing or null. */
  optionalMatch(name: string, longest: number, shape: RegExp, code: string): string | null {
    const text = this.optionalText(name, longest);
    if (text !== '' && !shape.test(text)) this.fault(name, code);
    return text === '' ? null : text;
  }

  match(name: string, longest: number, shape: RegExp, code: string): string {
    const text = this.text(name, longest);
    if (text !== '' && !shape.test(text)) this.fault(name, code);
    return text;
  }

  parsed<T>(name: string, parse: (input: unknown) => Parsed<T, string>): T | null {
    const value = this.bag[name];
    if (value === undefined || value === null || value === '') {
      this.fault(name, 'required');
      return null;
    }
    const result = parse(value);
    if (result.ok) return result.value;
    this.fault(name, result.code);
    return null;
  }

  /** A day in its one spelling, `YYYY-MM-DD`. */
  day(name: string): string {
    return this.parsed(name, (input) => DateOnly.tryParse(input)) ? (this.bag[name] as string) : '';
  }

  optionalDay(name: string): string | null {
    return this.has(name) ? this.day(name) : null;
  }

  private refuse(name: string, code: string): string {
    this.fault(name, code);
    return '';
  }
}
