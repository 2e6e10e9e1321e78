import { t } from "@/player/i18n/money";
import type { PlanProduct } from "@/shared/api/money-types";
import { formatMoney } from "@/shared/lib/money";

const MINUTES_PER_HOUR = 60;

/** "10 hours of play", or the minutes where they are no whole hours. */
export function playTime(minutes: number): string {
  return minutes % MINUTES_PER_HOUR === 0 ? t("plans.minutes", { hours: minutes / MINUTES_PER_HOUR }) : t("plans.minutesOdd", { minutes });
}

/** What an hour comes to, rounded to a whole rupee: to compare by, not to pay by. */
export function pricePerHour(product: PlanProduct): string | undefined {
  if (!product.minutes) return undefined;
  const hour = (product.price.amountMinor * MINUTES_PER_HOUR) / product.minutes;
  return t("plans.perHour", { price: formatMoney({ ...product.price, amountMinor: Math.round(hour / 100) * 100 }) });
}

/** The facts of a product in the order people ask for them. */
export function factsOf(product: PlanProduct): string[] {
  const validDays = product.validDays ?? 0;
  const time = product.periodMonths ? t("plans.months", { count: product.periodMonths }) : validDays > 0 ? t(product.kind === "package" ? "plans.validDays" : "plans.days", { count: validDays }) : "";
  return [product.minutes ? playTime(product.minutes) : "", time, ...(product.benefits ?? [])].filter(Boolean);
}
