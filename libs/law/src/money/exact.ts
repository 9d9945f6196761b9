// Wages are divided by 21.75, 174 or 365 on the way to a sum; a fraction of integers loses nothing until the one rounding at the end.

const MILLION = 1_000_000n;

type Amount = Exact | number;

/** An exact fraction. Rounded half up, and only where a figure is reported. */
export class Exact {
  static readonly ZERO = new Exact(0n, 1n);

  private constructor(
    private readonly numerator: bigint,
    private readonly denominator: bigint,
  ) {}

  /** @param amount below 9×10^9; decimals count to the sixth */
  static of(amount: Amount): Exact {
    if (amount instanceof Exact) return amount;
    return Number.isInteger(amount) ? new Exact(BigInt(amount), 1n) : new Exact(BigInt(Math.round(amount * 1e6)), MILLION);
  }

  static sum(amounts: readonly Amount[]): Exact {
    return amounts.reduce<Exact>((total, amount) => total.plus(amount), Exact.ZERO);
  }

  static min(first: Amount, ...others: Amount[]): Exact {
    return others.map(Exact.of).reduce((least, amount) => (amount.isLessThan(least) ? amount : least), Exact.of(first));
  }

  static max(first: Amount, ...others: Amount[]): Exact {
    return others.map(Exact.of).reduce((most, amount) => (most.isLessThan(amount) ? amount : most), Exact.of(first));
  }

  plus(other: Amount): Exact {
    const { numerator, denominator } = Exact.of(other);
    if (denominator === this.denominator) return new Exact(this.numerator + numerator, denominator);
    return new Exact(this.numerator * denominator + numerator * this.denominator, this.denominator * denominator);
  }

  minus(other: Amount): Exact {
    return this.plus(Exact.of(other).times(-1));
  }

  times(other: Amount): Exact {
    const { numerator, denominator } = Exact.of(other);
    return new Exact(this.numerator * numerator, this.denominator * denominator);
  }

  /** @param other above 0 */
  over(other: Amount): Exact {
    const { numerator, denominator } = Exact.of(other);
    return new Exact(this.numerator * denominator, this.denominator * numerator);
  }

  percent(percentage: number): Exact {
    return this.times(percentage).over(100);
  }

  isLessThan(other: Amount): boolean {
    const { numerator, denominator } = Exact.of(other);
    return this.numerator * denominator < numerator * this.denominator;
  }

  isMoreThan(other: Amount): boolean {
    return Exact.of(other).isLessThan(this);
  }

  /** The whole part of an amount that is not negative. */
  floor(): number {
    return Number(this.numerator / this.denominator);
  }

  /** Rounded half up to 0.01. */
  round(): number {
    const doubled = 200n * this.numerator + this.denominator;
    return Number(floorDivide(doubled, 2n * this.denominator)) / 100;
  }

  toString(): string {
    return String(this.round());
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
