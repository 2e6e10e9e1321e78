import type { Checkout } from "@/shared/api/money-types";
import type { Money } from "@/shared/api/types";

/** What an attempt started now collects, and what stays for the club. */
export function amountNow({ payNow, due }: Checkout): { now: Money; rest: Money | undefined } {
  const now = payNow.amountMinor > 0 ? payNow : due;
  const rest = due.amountMinor - now.amountMinor;
  return { now, rest: rest > 0 ? { ...due, amountMinor: rest } : undefined };
}
