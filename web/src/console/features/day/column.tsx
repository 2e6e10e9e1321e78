import { Plus } from "lucide-react";
import { memo } from "react";
import type { Claim, Court } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { t } from "../../i18n/en";
import type { Spot } from "./api";
import { Cell } from "./cell";
import { cellState } from "./cell-state";
import { instantOf, ROW_MINUTES, rowOf, type DaySpan } from "./geometry";
import type { Column, Place } from "./places";
import { matches } from "./search";

type Props = {
  court: Court; column: Column; span: DaySpan; timeZone: string; now: number; nowRow: number | null; preview: Spot | null; activeKey: string | null; selectedKey: string | null;
  search: string; onOpen: (claim: Claim) => void; onFree: (courtId: string, startsAt: string) => void;
};

export function BoardColumn({ court, column, span, timeZone, now, nowRow, preview, activeKey, selectedKey, search, onOpen, onFree }: Props) {
  return (
    <div className="col" role="group" aria-label={court.name}>
      {nowRow !== null && nowRow > 0 && <span ref={cssVars({ "--rows": nowRow })} className="col-past" aria-hidden />}
      {column.places.map((place) => place.claim
        ? (
          <Cell
            key={place.key} claim={place.claim} courtName={court.name} timeZone={timeZone} from={place.from} rows={place.to - place.from} state={cellState(place.claim, now)}
            selected={place.key === selectedKey} dimmed={search !== "" && !matches(place.claim, search)} reachable={place.key === activeKey} onOpen={onOpen}
          />
        )
        : <Free key={place.key} place={place} courtName={court.name} span={span} timeZone={timeZone} reachable={place.key === activeKey} onFree={onFree} />)}
      {preview && <span ref={cssVars({ "--from": rowOf(preview.startsAt, span), "--rows": preview.durationMinutes / ROW_MINUTES })} className="target" aria-hidden />}
      {nowRow !== null && <NowTicks column={column} nowRow={nowRow} />}
    </div>
  );
}

type FreeProps = { place: Place; courtName: string; span: DaySpan; timeZone: string; reachable: boolean; onFree: Props["onFree"] };

/** A free half hour: empty until one points at it. */
const Free = memo(function Free({ place, courtName, span, timeZone, reachable, onFree }: FreeProps) {
  const startsAt = instantOf(place.from, span);
  const time = clock(startsAt, timeZone);
  return (
    <button
      ref={cssVars({ "--from": place.from, "--rows": place.to - place.from })} type="button" className="free" data-key={place.key} tabIndex={reachable ? 0 : -1}
      aria-label={t("free.label", { court: courtName, time })} onClick={() => onFree(place.courtId, startsAt)}
    >
      <Plus size={13} aria-hidden /><span className="num" aria-hidden>{time}</span>
    </button>
  );
}, (one, other) => one.place.key === other.place.key && one.place.to === other.place.to && one.span.startsAt === other.span.startsAt && one.reachable === other.reachable && one.onFree === other.onFree);

/** The now line runs behind bookings; its ticks at a booking's edges say that it passes there. */
function NowTicks({ column, nowRow }: { column: Column; nowRow: number }) {
  const crossed = column.places.find((place) => place.claim && place.from < nowRow && nowRow < place.to);
  return crossed ? <span ref={cssVars({ "--from": nowRow })} className="now-ticks" aria-hidden /> : null;
}
