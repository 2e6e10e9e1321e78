import type { BoardBooking, Claim } from "@/shared/api/types";

/** How a cell looks; every look has a second cue beside its colour. */
export type CellState = "booked" | "on-court" | "played" | "held" | "no-show" | "blocked" | "event";

export function cellState(claim: Claim, now: number): CellState {
  if (claim.kind === "event") return "event";
  if (claim.kind === "block") return "blocked";
  const status = claim.booking?.status;
  if (claim.kind === "hold" || status === "held") return "held";
  if (status === "no_show") return "no-show";
  if (status === "completed" || Date.parse(claim.endsAt) <= now) return "played";
  return Date.parse(claim.startsAt) <= now ? "on-court" : "booked";
}

export type MoneyState =
  | { kind: "paid" } | { kind: "due" } | { kind: "part" } | { kind: "fee" } | { kind: "free" };

/** What stands beside the amount: a tick when paid, the word "due" when not, half a ring when part of it is. */
export function moneyState(booking: BoardBooking): MoneyState {
  if (booking.status === "no_show" && booking.feeDue && booking.feeDue.amountMinor > 0) return { kind: "fee" };
  if (booking.price.amountMinor === 0) return { kind: "free" };
  if (booking.amountDue.amountMinor <= 0) return { kind: "paid" };
  return { kind: booking.amountPaid.amountMinor > 0 ? "part" : "due" };
}
