import type { Money } from "@/shared/api/types";

const NO_BREAK_SPACE = "\u00a0";
const MINOR_PER_MAJOR = 100;

/** How people here write their own currency; others keep their code. */
const SIGNS: Record<string, string> = { PKR: "Rs" };

/** "Rs 9,000": no decimals unless there are some, and never broken over two lines. */
export function formatMoney(money: Money): string {
  const sign = SIGNS[money.currency] ?? money.currency;
  return `${money.amountMinor < 0 ? "-" : ""}${sign}${NO_BREAK_SPACE}${formatAmount(money)}`;
}

const MINUS = "\u2212";

/** "+Rs 9,000" and "−Rs 9,000": a change rather than a sum. */
export function formatSigned(money: Money): string {
  const sign = money.amountMinor < 0 ? MINUS : money.amountMinor > 0 ? "+" : "";
  return sign + formatMoney({ ...money, amountMinor: Math.abs(money.amountMinor) });
}

/** "9,000": for places too narrow for the currency, beside others that name it. */
export function formatAmount(money: Money): string {
  const whole = money.amountMinor % MINOR_PER_MAJOR === 0;
  const digits = whole ? 0 : 2;
  return new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(Math.abs(money.amountMinor) / MINOR_PER_MAJOR);
}

export function isZero(money: Money | null | undefined): boolean {
  return !money || money.amountMinor === 0;
}

export function cheapest(prices: readonly Money[]): Money | undefined {
  return prices.reduce<Money | undefined>((low, price) => (low && low.amountMinor <= price.amountMinor ? low : price), undefined);
}

/** "9000" or "9000.5": an amount as people type it. */
export const wholeOf = (money: Money): string => String(money.amountMinor / MINOR_PER_MAJOR);

/** What people typed, with or without thousands, in minor units; not a number when it is none. */
export const minorOf = (typed: string): number => Math.round(Number(typed.replace(/[,\s]/g, "") || NaN) * MINOR_PER_MAJOR);
