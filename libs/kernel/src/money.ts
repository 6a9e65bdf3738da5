/** An amount in euro, kept in whole cents; may be negative. */
export class Money {
  static readonly zero = new Money(0);

  private constructor(readonly cents: number) {}

  /** @throws RangeError unless `cents` is a safe integer */
  static ofCents(cents: number): Money {
    if (!Number.isSafeInteger(cents)) throw new RangeError('an amount is a whole number of cents');
    return new Money(cents === 0 ? 0 : cents);
  }

  static sum(amounts: readonly Money[]): Money {
    return amounts.reduce((total, amount) => total.plus(amount), Money.zero);
  }

  plus(other: Money): Money {
    return Money.ofCents(this.cents + other.cents);
  }

  minus(other: Money): Money {
    return Money.ofCents(this.cents - other.cents);
  }

  times(factor: number): Money {
    if (!Number.isSafeInteger(factor)) throw new RangeError('amounts are multiplied by whole numbers');
    return Money.ofCents(this.cents * factor);
  }

  /** A share in whole percent; half a cent is rounded away from zero, as in commerce. */
  percent(percent: number): Money {
    const hundredths = this.times(percent).cents;
    return Money.ofCents(Math.sign(hundredths) * Math.round(Math.abs(hundredths) / 100));
  }

  min(other: Money): Money {
    return this.cents <= other.cents ? this : other;
  }

  max(other: Money): Money {
    return this.cents >= other.cents ? this : other;
  }

  compare(other: Money): number {
    return Math.sign(this.cents - other.cents);
  }

  equals(other: Money): boolean {
    return this.cents === other.cents;
  }

  isZero(): boolean {
    return this.cents === 0;
  }

  /** As people read it: `1.234,56 €` (de), `€1,234.56` (en). */
  format(language: 'de' | 'en' = 'de'): string {
    const locale = language === 'de' ? 'de-DE' : 'en-IE';
    return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(this.cents / 100);
  }

  toJSON(): number {
    return this.cents;
  }
}
