import type { Alternative, Availability, Court, Money, SlotOption } from "@/shared/api/types";
import { minutesOfDay } from "@/shared/lib/club-time";

export type Cell = { court: Court; option: SlotOption };
/** One start time: the courts that are free then, in the club's order. */
export type Row = { startsAt: string; minutes: number; cells: ReadonlyMap<string, Cell>; price: Money; samePrice: boolean; peak: boolean };
/** Courts of one kind stand together, so eyes run down "their" court. */
export type CourtGroup = { surface: string; indoor: boolean; courts: Court[] };

/** What is free for this length, one row a start; starts without a court do not appear. */
export function toRows(day: Availability, durationMinutes: number): Row[] {
  const starts = new Map<string, Map<string, Cell>>();
  for (const court of day.courts) {
    for (const slot of court.slots) {
      const option = slot.options.find((each) => each.durationMinutes === durationMinutes);
      if (!option) continue;
      const cells = starts.get(slot.startsAt) ?? new Map<string, Cell>();
      cells.set(court.courtId, { court, option });
      starts.set(slot.startsAt, cells);
    }
  }
  return [...starts]
    .map(([startsAt, cells]) => row(startsAt, cells, day))
    .sort((one, other) => one.minutes - other.minutes);
}

function row(startsAt: string, cells: Map<string, Cell>, day: Availability): Row {
  const options = [...cells.values()].map((cell) => cell.option);
  const low = options.reduce((least, option) => (option.price.amountMinor < least.price.amountMinor ? option : least));
  return {
    startsAt, cells, price: low.price, peak: low.peak,
    minutes: minutesOfDay(startsAt, day.date, day.timeZone),
    samePrice: options.every((option) => option.price.amountMinor === low.price.amountMinor),
  };
}

export function groupCourts(courts: readonly Court[]): CourtGroup[] {
  const groups: CourtGroup[] = [];
  for (const court of courts) {
    const found = groups.find((group) => group.surface === court.surface && group.indoor === court.indoor);
    if (found) found.courts.push(court);
    else groups.push({ surface: court.surface, indoor: court.indoor, courts: [court] });
  }
  return groups;
}

/** What a cell shows: "4" for "Court 4", else the first letters. */
export function courtSign(name: string): string {
  return /\d+/.exec(name)?.[0] ?? name.slice(0, 2);
}

/** The lengths this slot has, by minutes. */
export function optionsAt(day: Availability | undefined, courtId: string, startsAt: string): SlotOption[] {
  const court = day?.courts.find((each) => each.courtId === courtId);
  const at = Date.parse(startsAt);
  return court?.slots.find((slot) => Date.parse(slot.startsAt) === at)?.options ?? [];
}

/** As the service would offer them: the same time on another court, then the nearest times. */
export function nearest(rows: readonly Row[], startsAt: string, count = 3): Alternative[] {
  const at = Date.parse(startsAt);
  return rows
    .flatMap((each) => [...each.cells.values()].map((cell) => ({ ...cell, startsAt: each.startsAt, away: Math.abs(Date.parse(each.startsAt) - at) })))
    .sort((one, other) => one.away - other.away || one.startsAt.localeCompare(other.startsAt))
    .slice(0, count)
    .map(({ court, option, startsAt: start }) => ({ courtId: court.courtId, courtName: court.name, startsAt: start, durationMinutes: option.durationMinutes, price: option.price }));
}
