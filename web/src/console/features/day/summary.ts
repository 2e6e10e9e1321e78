import type { Board, Claim, Money } from "@/shared/api/types";
import { cellState, moneyState } from "./cell-state";

export type CourtNow = { kind: "on" | "free" | "held" | "blocked" | "event" | "closed"; until: string; share: number };

/** What a court is doing at this moment, until when, and how much of it has passed. */
export function courtNow(claims: readonly Claim[], now: number, opensAt: string, closesAt: string): CourtNow {
  const closes = Date.parse(closesAt);
  if (now < Date.parse(opensAt)) return { kind: "closed", until: opensAt, share: 0 };
  if (now >= closes) return { kind: "closed", until: closesAt, share: 0 };
  const current = claims.find((claim) => Date.parse(claim.startsAt) <= now && now < Date.parse(claim.endsAt));
  if (!current) {
    const next = claims.map((claim) => claim.startsAt).filter((start) => Date.parse(start) > now).sort()[0];
    return { kind: "free", until: next ?? closesAt, share: 0 };
  }
  const state = cellState(current, now);
  const kind = state === "held" ? "held" : state === "blocked" ? "blocked" : state === "event" ? "event" : state === "on-court" ? "on" : "free";
  const start = Date.parse(current.startsAt);
  return { kind, until: current.endsAt, share: (now - start) / (Date.parse(current.endsAt) - start) };
}

const bookings = (board: Board) => board.courts.flatMap((court) => court.claims.filter((claim) => claim.booking).map((claim) => ({ court, claim, booking: claim.booking! })));
export type BoardGame = ReturnType<typeof bookings>[number];

/** The games of the day that somebody still owes money for, holds left out: they are not sold yet. */
export function unpaid(board: Board): BoardGame[] {
  return bookings(board).filter(({ booking }) => booking.status !== "held" && ["due", "part"].includes(moneyState(booking).kind)).sort(byStart);
}

export function gamesOn(board: Board, now: number): number {
  return bookings(board).filter(({ claim }) => cellState(claim, now) === "on-court").length;
}

export function coming(board: Board, now: number): BoardGame[] {
  return bookings(board).filter(({ claim }) => cellState(claim, now) === "booked").sort(byStart);
}

/** The next start, and how many games begin then. */
export function nextArrivals(board: Board, now: number): { startsAt: string; count: number } | null {
  const next = coming(board, now);
  const first = next[0];
  return first ? { startsAt: first.claim.startsAt, count: next.filter(({ claim }) => claim.startsAt === first.claim.startsAt).length } : null;
}

export function total(games: readonly BoardGame[]): Money | null {
  const first = games[0]?.booking.amountDue;
  return first ? { currency: first.currency, amountMinor: games.reduce((sum, { booking }) => sum + booking.amountDue.amountMinor, 0) } : null;
}

export const gamesOf = (claims: readonly Claim[]) => claims.filter((claim) => claim.booking && claim.booking.status !== "held").length;

const byStart = (one: BoardGame, other: BoardGame) => one.claim.startsAt.localeCompare(other.claim.startsAt) || one.court.name.localeCompare(other.court.name);
