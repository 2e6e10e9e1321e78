import type { Claim } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { range } from "@/shared/lib/club-time";
import { named, t } from "../../i18n/en";
import { moneyState, type CellState } from "./cell-state";

/** Whose claim it is, in as few words as fit a cell. */
export function whoIs(claim: Claim): string {
  if (claim.booking) return claim.booking.name || t("cell.guest");
  return claim.block?.reason || named("block", claim.block?.kind ?? "other");
}

/** The whole cell in one sentence, for those who do not see it. */
export function whatIs(claim: Claim, courtName: string, timeZone: string, state: CellState): string {
  const parts = [courtName, range(claim.startsAt, claim.endsAt, timeZone), whoIs(claim), t(`state.${state}`)];
  if (claim.booking && state !== "held") parts.push(moneyWords(claim.booking));
  if (claim.block) parts.push(named("block", claim.block.kind));
  return parts.filter(Boolean).join(", ");
}

export function moneyWords(booking: NonNullable<Claim["booking"]>): string {
  switch (moneyState(booking).kind) {
    case "paid": return t("money.paid", { amount: formatMoney(booking.price) });
    case "part":
    case "due": return t("money.due", { amount: formatMoney(booking.amountDue) });
    case "fee": return booking.feeDue ? t("money.fee", { amount: formatMoney(booking.feeDue) }) : "";
    case "free": return "";
  }
}

/** "MRG-5P2X": a reference that can be read out. */
export function spoken(reference: string): string {
  return reference.length === 8 ? `${reference.slice(0, 4)}-${reference.slice(4)}` : reference;
}
