import { useQuery } from "@tanstack/react-query";
import { t } from "@/player/i18n/en";
import { plansQuery, walletsQuery } from "@/shared/api/money";
import { useSignedIn } from "@/shared/api/session";
import type { Club, Money, PayWith } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";

export type MethodLine = { method: PayWith; hint: string | undefined; off: boolean };
const LAST = "padel.payWith";
const PERCENT = 100;

export const lastMethod = (): string | null => localStorage.getItem(LAST);
export const rememberMethod = (method: PayWith) => localStorage.setItem(LAST, method);

/** The club's ways of paying, each with its one line; credit and plans only for somebody who is known, and only as far as they reach. */
export function useMethodLines(club: Club, price: Money | undefined, durationMinutes: number): MethodLine[] {
  const signedIn = useSignedIn();
  const takes = (method: PayWith) => signedIn && club.paymentMethods.includes(method);
  const wallets = useQuery({ ...walletsQuery(), enabled: takes("wallet") }).data?.items;
  const plans = useQuery({ ...plansQuery(), enabled: takes("plan") }).data?.items;
  const last = lastMethod();
  return club.paymentMethods.flatMap((method): MethodLine[] => {
    if ((method === "wallet" || method === "plan") && !signedIn) return [];
    if (method === "wallet") {
      const balance = wallets?.find((wallet) => wallet.clubId === club.clubId)?.balance;
      const short = balance !== undefined && price !== undefined && balance.amountMinor < price.amountMinor;
      return balance && balance.amountMinor > 0 ? [{ method, hint: t(short ? "pay.wallet.short" : "pay.wallet.hint", { balance: formatMoney(balance) }), off: short }] : [];
    }
    if (method === "plan") {
      const plan = plans?.find((each) => each.clubId === club.clubId && each.status === "active" && (each.minutesLeft ?? durationMinutes) >= durationMinutes);
      return plan ? [{ method, hint: typeof plan.minutesLeft === "number" ? t("pay.plan.hint", { plan: plan.name, minutes: plan.minutesLeft }) : plan.name, off: false }] : [];
    }
    return [{ method, hint: last === method && method !== "at_club" ? t("pay.lastTime") : t(`pay.${method}.hint`), off: false }];
  });
}

/** The wish of the address, else of last time, else the club's first. */
export function chosenMethod(lines: readonly MethodLine[], wished: string | null): PayWith {
  const open = lines.filter((line) => !line.off);
  const named = (name: string | null) => open.find((line) => line.method === name);
  return (named(wished) ?? named(lastMethod()) ?? open[0])?.method ?? "at_club";
}

/** What is paid when booking, and what stays for the desk. Credit and plans pay the whole. */
export function split(club: Club, price: Money, method: PayWith): { now: Money; rest: Money | undefined } {
  const percent = club.depositPercent ?? 0;
  if (percent <= 0 || percent >= PERCENT || method === "at_club" || method === "wallet" || method === "plan") return { now: price, rest: undefined };
  const now = Math.round((price.amountMinor * percent) / PERCENT);
  return { now: { ...price, amountMinor: now }, rest: { ...price, amountMinor: price.amountMinor - now } };
}

/** The button says what happens. */
export function buttonWords(method: PayWith, price: string): string {
  switch (method) {
    case "at_club": return t("book.atClub", { price });
    case "card": return t("book.byCard", { price });
    case "bank_transfer": return t("book.byTransfer", { price });
    case "wallet": return t("book.byWallet", { price });
    case "plan": return t("book.byPlan");
    default: return t("book.pay", { price, method: t(`pay.${method}`) });
  }
}

/** What comes after the press. */
export function afterWords(club: Club, method: PayWith): string {
  switch (method) {
    case "at_club": return t("book.nothingNow");
    case "bank_transfer": return t("book.holdTransfer");
    case "wallet": return t("book.fromCredit");
    case "plan": return t("book.fromPlan");
    default: return club.holdMinutes ? t("book.holdMinutes", { count: club.holdMinutes }) : t("book.hold");
  }
}
