import { t } from "@/player/i18n/money";
import type { Checkout, CheckoutMethod, CoveringPlan } from "@/shared/api/money-types";
import type { Money } from "@/shared/api/types";
import { calendarDate, dayLabel } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { methodName } from "../method-words";

/** One line of the list: a way of paying, or one of the plans that cover the game. */
export type Choice = { key: string; method: CheckoutMethod; name: string; hint: string | undefined; off: boolean; plan?: CoveringPlan };

const always = (method: CheckoutMethod): Choice => ({ key: method.method, method, name: methodName(method.method), hint: hintOf(method), off: !method.offered });

function hintOf(method: CheckoutMethod): string | undefined {
  if (!method.offered) return t("method.off");
  return method.method === "wallet" || method.method === "plan" ? undefined : t(`method.${method.method}.hint`);
}

/** What a booking can be paid with, in the club's order. */
export function choicesOf(checkout: Checkout, zone: string): Choice[] {
  return checkout.methods.flatMap((method): Choice[] => {
    if (method.method === "wallet") return [walletChoice(method, checkout.walletBalance)];
    if (method.method !== "plan") return [always(method)];
    return method.offered ? checkout.plans.map((plan) => ({ key: `plan ${plan.planId}`, method, name: plan.name, hint: planHint(plan, zone), off: false, plan })) : [];
  });
}

/** What credit or a plan can be bought with: everything that brings money, and credit for a plan. */
export function buyingChoices(methods: readonly CheckoutMethod[], balance: Money | undefined): Choice[] {
  return methods.flatMap((method) => {
    if (method.method === "plan" || method.method === "at_club") return [];
    if (method.method === "wallet") return balance ? [walletChoice(method, balance)] : [];
    return [always(method)];
  });
}

function walletChoice(method: CheckoutMethod, balance: Money): Choice {
  return { ...always(method), hint: t(method.offered ? "method.wallet.hint" : "method.wallet.short", { balance: formatMoney(balance) }) };
}

function planHint(plan: CoveringPlan, zone: string): string | undefined {
  const date = plan.validUntil ? dayLabel(calendarDate(plan.validUntil, zone)) : "";
  if (typeof plan.minutesLeft !== "number") return date ? t("method.plan.until", { date }) : undefined;
  return date ? t("method.plan.hintUntil", { minutes: plan.minutesLeft, date }) : t("method.plan.hint", { minutes: plan.minutesLeft });
}
