import type { Board, Club } from "@/shared/api/types";
import type { Spot } from "../api";
import { freeMinutes } from "../places";
import { startsOf } from "./spot-fields";

/** Most games here are an hour and a half. */
const USUAL_MINUTES = 90;

/** The longest length that fits before the next game, but not longer than usual. */
export function fittingLength(club: Club, free: number): number {
  const lengths = [...club.slots.durations].sort((one, other) => one - other);
  const fits = lengths.filter((length) => length <= free && length <= USUAL_MINUTES);
  return fits.at(-1) ?? lengths.find((length) => length <= free) ?? lengths[0] ?? USUAL_MINUTES;
}

/** What a new booking starts from: the place that was pressed, else the first free place from now on. */
export function defaultSpot(board: Board, club: Club, now: number, court?: string, at?: string): Spot {
  const shortest = Math.min(...club.slots.durations);
  const starts = startsOf(board, club);
  const current = now - club.slots.gridMinutes * 60_000;
  const courts = court ? board.courts.filter((each) => each.courtId === court) : board.courts;
  for (const startsAt of at ? [at] : starts.filter((start) => Date.parse(start) > current)) {
    for (const each of courts) {
      const free = freeMinutes(board, each.courtId, startsAt);
      if (free >= shortest) return { courtId: each.courtId, startsAt, durationMinutes: fittingLength(club, free) };
    }
  }
  return { courtId: court ?? board.courts[0]?.courtId ?? "", startsAt: at ?? starts[0] ?? board.opensAt, durationMinutes: fittingLength(club, Number.POSITIVE_INFINITY) };
}
