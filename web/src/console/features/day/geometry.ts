import type { Board } from "@/shared/api/types";

/**
 * Where things stand on the board. One row is half an hour, counted from the top of the day, so that a day that runs
 * past midnight is simply a longer day. Everything is counted in elapsed time: clocks may jump, rows may not.
 */
export const ROW_MINUTES = 30;
const ROW_MS = ROW_MINUTES * 60_000;

export type DaySpan = { startsAt: number; rows: number };

/** From opening to closing, and further where a claim lies outside the hours (they may have changed since it was made). */
export function daySpan(board: Board): DaySpan {
  const claims = board.courts.flatMap((court) => court.claims);
  const from = Math.min(Date.parse(board.opensAt), ...claims.map((claim) => Date.parse(claim.startsAt)));
  const to = Math.max(Date.parse(board.closesAt), ...claims.map((claim) => Date.parse(claim.endsAt)));
  const opens = Date.parse(board.opensAt);
  // Rows keep to the opening time's raster.
  const before = Math.ceil((opens - from) / ROW_MS);
  const startsAt = opens - before * ROW_MS;
  return { startsAt, rows: Math.max(1, Math.ceil((to - startsAt) / ROW_MS)) };
}

/** Rows from the top; may have a fraction. */
export const rowOf = (instant: string | number, span: DaySpan) => ((typeof instant === "number" ? instant : Date.parse(instant)) - span.startsAt) / ROW_MS;

export const instantOf = (row: number, span: DaySpan) => new Date(span.startsAt + row * ROW_MS).toISOString();

/** Rows that begin a full hour on the club's clock, with what the clock shows. */
export function hourMarks(span: DaySpan, clockOf: (instant: number) => string): { row: number; label: string }[] {
  return Array.from({ length: span.rows }, (_, row) => ({ row, label: clockOf(span.startsAt + row * ROW_MS) })).filter((mark) => mark.label.endsWith(":00"));
}

/** The now line's row, or null when now is not on this board. */
export function nowRow(now: number, span: DaySpan): number | null {
  const row = rowOf(now, span);
  return row >= 0 && row <= span.rows ? row : null;
}
