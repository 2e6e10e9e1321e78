import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { t } from "@/player/i18n/en";
import type { Availability, Club, DaySummary } from "@/shared/api/types";
import { clock, clockToMinutes, dayLabel, minutesToClock, weekdayLong } from "@/shared/lib/club-time";
import { useOnline } from "@/shared/lib/use-online";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { availabilityQuery } from "./api";
import { SlotList, type PickSlot } from "./slot-list";
import { toRows } from "./slot-grid";
import { useSteadyRows } from "./use-steady-rows";

type Props = {
  club: Club; date: string; length: number; after: number; summary: readonly DaySummary[] | undefined;
  onPick: PickSlot; onDate: (date: string) => void; onLength: (minutes: number) => void;
};

/** The free slots of a day, with all four states. */
export function SlotBoard(props: Props) {
  const { club, date } = props;
  const query = useQuery(availabilityQuery(club.clubId, date));
  return (
    <QueryView query={query} failure={t("slots.failed")} skeleton={<SlotBones courts={club.courts.length} />} at={(instant) => clock(instant, club.timeZone)}>
      {(day) => <FreeSlots {...props} day={day} />}
    </QueryView>
  );
}

function FreeSlots({ club, date, length, after, summary, day, onPick, onDate, onLength }: Props & { day: Availability }) {
  const rows = useMemo(() => toRows(day, length), [day, length]);
  const steady = useSteadyRows(`${date} ${length}`, rows);
  const online = useOnline();
  if (steady.length === 0) return <NothingFree {...{ club, date, length, day, summary, onDate, onLength }} />;
  return (
    <>
      <SlotList courts={club.courts} rows={steady} after={after} offline={!online} onPick={onPick} />
      <p className="num flex items-center gap-1.5 px-4 pt-3 text-small text-ink-3 md:px-0">
        {rows.some((row) => row.peak) && <><span className="peak-mark" aria-hidden />{t("slots.peakNote")}</>} {lastEnd(club, date)}
      </p>
    </>
  );
}

function lastEnd(club: Club, date: string): string {
  const weekday = weekdayLong(date).slice(0, 3).toLowerCase();
  const hours = club.openingHours.find((each) => each.days.some((day) => day === weekday));
  return hours ? t("slots.lastEnd", { time: minutesToClock(clockToMinutes(hours.closes)) }) : "";
}

type NothingProps = Pick<Props, "club" | "date" | "length" | "summary" | "onDate" | "onLength"> & { day: Availability };

/** Says the next possible thing: another length today, or the next day with a free court. */
function NothingFree({ club, date, length, day, summary, onDate, onLength }: NothingProps) {
  const other = club.slots.durations.find((minutes) => minutes !== length && toRows(day, minutes).length > 0);
  if (other) {
    return (
      <Empty title={t("slots.noneForLength", { length, day: dayLabel(date) })} action={<Button kind="quiet" onClick={() => onLength(other)}>{t("slots.seeLength", { length: other })}</Button>}>
        {t("slots.otherLength", { length: other })}
      </Empty>
    );
  }
  const next = summary?.find((each) => each.date > date && each.freeStarts > 0);
  const first = next?.firstFreeStartsAt ? clock(next.firstFreeStartsAt, club.timeZone) : "";
  const nextName = next ? `${dayLabel(next.date)}${first ? `, ${first}` : ""}` : "";
  return (
    <Empty title={t("slots.none", { day: dayLabel(date) })} action={next && <Button kind="quiet" onClick={() => onDate(next.date)}>{t("slots.seeDay", { day: nextName })}</Button>}>
      {next ? t("slots.next", { day: nextName }) : t("slots.noneAtAll")}
    </Empty>
  );
}

function SlotBones({ courts }: { courts: number }) {
  return (
    <div className="slot-rows mt-10">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="slot-row">
          <div className="flex flex-col gap-2"><Bone className="h-4 w-14" /><Bone className="h-3 w-12" /></div>
          <div className="slot-cells">{Array.from({ length: Math.min(6, courts) }, (_, cell) => <Bone key={cell} className="h-11" />)}</div>
        </div>
      ))}
    </div>
  );
}
