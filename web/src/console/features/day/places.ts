import type { Board, Claim } from "@/shared/api/types";
import { instantOf, rowOf, type DaySpan } from "./geometry";

/** A place on the board that can be reached by keyboard: a claim, or a free row of a court. */
export type Place = { key: string; courtId: string; from: number; to: number; claim?: Claim };
export type Column = { courtId: string; places: Place[] };

export const freeKey = (courtId: string, row: number) => `${courtId}@${row}`;

/** Each court's claims with the free rows between them, in time order. A row that is only partly free still offers its free part. */
export function columns(board: Board, span: DaySpan): Column[] {
  const opens = rowOf(board.opensAt, span);
  const closes = rowOf(board.closesAt, span);
  return board.courts.map((court) => {
    const claims = court.claims
      .map((claim) => ({ key: claim.occupancyId, courtId: court.courtId, from: rowOf(claim.startsAt, span), to: rowOf(claim.endsAt, span), claim }))
      .sort((one, other) => one.from - other.from);
    const taken = (row: number) => claims.some((claim) => claim.from <= row && row < claim.to);
    const free = Array.from({ length: Math.max(0, Math.floor(closes - opens)) }, (_, index) => opens + index)
      .filter((row) => !taken(row))
      .map((row) => ({ key: freeKey(court.courtId, row), courtId: court.courtId, from: row, to: Math.min(row + 1, nextStart(claims, row)) }));
    return { courtId: court.courtId, places: [...claims, ...free].sort((one, other) => one.from - other.from) };
  });
}

const nextStart = (claims: readonly Place[], row: number) => Math.min(...claims.filter((claim) => claim.from > row).map((claim) => claim.from), row + 1);

export type Direction = "up" | "down" | "start" | "end" | "first" | "last";

/**
 * Where an arrow leads. Up and down walk a court; sideways keeps to the row one came along (`row`), so that crossing a long game
 * does not change the time one is looking at.
 */
export function move(all: readonly Column[], key: string, direction: Direction, row: number): { place: Place; row: number } | null {
  const columnIndex = all.findIndex((column) => column.places.some((place) => place.key === key));
  const column = all[columnIndex];
  const index = column?.places.findIndex((place) => place.key === key) ?? -1;
  const found = (place: Place | undefined, nextRow?: number) => (place ? { place, row: nextRow ?? place.from } : null);
  switch (direction) {
    case "up": return found(column?.places[index - 1]);
    case "down": return found(column?.places[index + 1]);
    case "first": return found(column?.places[0]);
    case "last": return found(column?.places.at(-1));
    case "start":
    case "end": {
      const beside = all[columnIndex + (direction === "end" ? 1 : -1)];
      return found(beside && placeAt(beside, row), row);
    }
  }
}

/** The place of a court that covers a row, or the nearest one. */
export function placeAt(column: Column, row: number): Place | undefined {
  return column.places.find((place) => place.from <= row && row < place.to)
    ?? [...column.places].sort((one, other) => Math.abs(one.from - row) - Math.abs(other.from - row))[0];
}

export const startOf = (place: Place, span: DaySpan) => place.claim?.startsAt ?? instantOf(place.from, span);

/** Free minutes from an instant on one court: how long a game could be. `ignore` is a claim that would move away. */
export function freeMinutes(board: Board, courtId: string, startsAt: string, ignore?: string): number {
  const from = Date.parse(startsAt);
  const claims = board.courts.find((court) => court.courtId === courtId)?.claims.filter((claim) => claim.occupancyId !== ignore) ?? [];
  if (claims.some((claim) => Date.parse(claim.startsAt) <= from && from < Date.parse(claim.endsAt))) return 0;
  const next = Math.min(Date.parse(board.closesAt), ...claims.map((claim) => Date.parse(claim.startsAt)).filter((start) => start > from));
  return Math.max(0, (next - from) / 60_000);
}

/** Who is there: the claims of a court that overlap a time. */
export function claimsAt(board: Board, courtId: string, startsAt: string, endsAt: string): Claim[] {
  return board.courts.find((court) => court.courtId === courtId)?.claims
    .filter((claim) => Date.parse(claim.startsAt) < Date.parse(endsAt) && Date.parse(startsAt) < Date.parse(claim.endsAt)) ?? [];
}
