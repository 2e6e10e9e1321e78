import { useEffect, useRef } from "react";
import { t } from "@/player/i18n/en";
import type { Club, DaySummary } from "@/shared/api/types";
import { addDays, dayLong, dayOfMonth, daysBetween, weekdayShort } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";

const MOST_DAYS = 31;

export function bookableDays(club: Club): string[] {
  const count = Math.min(MOST_DAYS, Math.max(1, daysBetween(club.today, club.lastBookableDay) + 1));
  return Array.from({ length: count }, (_, index) => addDays(club.today, index));
}

type Props = { club: Club; selected: string; summary: readonly DaySummary[] | undefined; onSelect: (date: string) => void };

/** The days one can book, each with a bar of how much is still free. */
export function DayStrip({ club, selected, summary, onSelect }: Props) {
  const strip = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Only the strip moves, never the page.
    const day = strip.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (day && strip.current) strip.current.scrollLeft = day.offsetLeft - strip.current.clientWidth / 2 + day.clientWidth / 2;
  }, [selected]);
  return (
    <ul ref={strip} className="day-strip" aria-label={t("days.label")}>
      {bookableDays(club).map((date) => (
        <li key={date}>
          <Day date={date} today={club.today} on={date === selected} summary={summary?.find((day) => day.date === date)} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

function Day({ date, today, on, summary, onSelect }: { date: string; today: string; on: boolean; summary: DaySummary | undefined; onSelect: (date: string) => void }) {
  const share = summary && summary.totalStarts > 0 ? summary.freeStarts / summary.totalStarts : 0;
  const label = summary ? t("days.free", { day: dayLong(date), free: summary.freeStarts, total: summary.totalStarts }) : dayLong(date);
  return (
    <button type="button" className="day" aria-pressed={on} aria-label={label} onClick={() => onSelect(date)}>
      <span className="day-name">{date === today ? t("days.today") : weekdayShort(date)}</span>
      <span className="day-number num">{dayOfMonth(date)}</span>
      <span className="day-bar" aria-hidden><span ref={cssVars({ "--share": share })} /></span>
    </button>
  );
}
