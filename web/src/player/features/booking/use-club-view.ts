import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { Club, DaySummary } from "@/shared/api/types";
import { clockToMinutes, minutesToClock } from "@/shared/lib/club-time";

const EVENING = 17 * 60;
const USUAL_LENGTH = 90;

/** What is being looked at lives in the address: a link shows the same to a friend. */
export function useClubView(club: Club, summary: readonly DaySummary[] | undefined) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("date");
  const date = asked && asked >= club.today && asked <= club.lastBookableDay ? asked : firstDay(club, summary);
  const length = knownLength(club, Number(params.get("length")));
  const after = params.has("after") ? clockToMinutes(params.get("after") ?? "") || 0 : EVENING;

  const change = useCallback((name: "date" | "length" | "after", value: string) => {
    setParams((now) => {
      now.set(name, value);
      return now;
    }, { replace: true, preventScrollReset: true });
  }, [setParams]);

  return {
    date, length, after,
    setDate: useCallback((next: string) => change("date", next), [change]),
    setLength: useCallback((minutes: number) => change("length", String(minutes)), [change]),
    setAfter: useCallback((minutes: number) => change("after", minutesToClock(minutes)), [change]),
  };
}

/** Today, unless it is over or sold out: then the next day with a free court. */
function firstDay(club: Club, summary: readonly DaySummary[] | undefined): string {
  const today = summary?.find((day) => day.date === club.today);
  if (!today || today.freeStarts > 0) return club.today;
  return summary?.find((day) => day.freeStarts > 0)?.date ?? club.today;
}

function knownLength(club: Club, asked: number): number {
  const { durations } = club.slots;
  if (durations.includes(asked)) return asked;
  return durations.includes(USUAL_LENGTH) ? USUAL_LENGTH : (durations[0] ?? USUAL_LENGTH);
}
