import { ChevronDown, House } from "lucide-react";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import type { Court } from "@/shared/api/types";
import { minutesToClock } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { cheapest, formatMoney } from "@/shared/lib/money";
import { courtSign, groupCourts, type CourtGroup } from "./slot-grid";
import type { SteadyRow } from "./use-steady-rows";

/** Up to here every court has its column; beyond, only the free ones are shown, wrapping. */
const MOST_COLUMNS = 6;
const FEW_LEFT = 2;

export type PickSlot = (courtId: string, startsAt: string) => void;
type Props = { courts: readonly Court[]; rows: readonly SteadyRow[]; after: number; offline: boolean; onPick: PickSlot };

export function SlotList({ courts, rows, after, offline, onPick }: Props) {
  const groups = groupCourts(courts);
  const columns = courts.length <= MOST_COLUMNS;
  const late = rows.filter((row) => row.minutes >= after);
  const early = rows.filter((row) => row.minutes < after);
  const order = groups.flatMap((group) => group.courts);
  const show = (row: SteadyRow) => <SlotRow key={row.startsAt} row={row} courts={order} columns={columns} offline={offline} onPick={onPick} />;
  return (
    <div ref={cssVars({ "--courts": Math.min(courts.length, MOST_COLUMNS) })} className="slots">
      {columns && <Legend groups={groups} />}
      <ul className="slot-rows">
        {early.length > 0 && <EarlierTimes rows={early} open={late.length === 0} show={show} />}
        {late.map(show)}
      </ul>
    </div>
  );
}

/** Which columns are which kind of court. */
function Legend({ groups }: { groups: readonly CourtGroup[] }) {
  return (
    <div className="slot-legend" aria-hidden>
      {groups.map((group) => (
        <span key={`${group.surface} ${group.indoor}`} ref={cssVars({ "--span": group.courts.length })} className="slot-kind">
          {group.indoor && <House size={14} aria-hidden />}
          <span className="truncate">{kindName(group, groups)}</span>
        </span>
      ))}
      <span className="slot-names">{groups.flatMap((group) => group.courts).map((court) => <span key={court.courtId}>{court.name}</span>)}</span>
    </div>
  );
}

/** The word that tells the kinds apart; "Indoor" alone is enough when only those are inside. */
function kindName(group: CourtGroup, groups: readonly CourtGroup[]): string {
  if (group.indoor && groups.filter((each) => each.indoor).length === 1 && group.courts.length < 3) return t("kind.indoor");
  return t(group.indoor ? "kind.inside" : "kind.outside", { surface: surfaceName(group.surface) });
}

export function surfaceName(surface: string): string {
  return surface.charAt(0).toUpperCase() + surface.slice(1);
}

function EarlierTimes({ rows, open, show }: { rows: readonly SteadyRow[]; open: boolean; show: (row: SteadyRow) => React.ReactNode }) {
  const [opened, setOpened] = useState(false);
  const shown = opened || open;
  const low = cheapest(rows.map((row) => row.price));
  return (
    <>
      {!open && (
        <li>
          <button type="button" className="slot-fold" aria-expanded={shown} onClick={() => setOpened(!opened)}>
            <span className="num">{low ? t("slots.earlier", { count: rows.length, price: formatMoney(low) }) : ""}</span>
            <ChevronDown size={18} aria-hidden className={shown ? "rotate-180" : ""} />
          </button>
        </li>
      )}
      {shown && rows.map(show)}
    </>
  );
}

type RowProps = { row: SteadyRow; courts: readonly Court[]; columns: boolean; offline: boolean; onPick: PickSlot };

function SlotRow({ row, courts, columns, offline, onPick }: RowProps) {
  const left = row.cells.size;
  const shown = columns ? courts : courts.filter((court) => row.cells.has(court.courtId) || row.gone.has(court.courtId));
  return (
    <li className="slot-row">
      <div className="min-w-0">
        <p className="slot-time num">
          <time dateTime={row.startsAt}>{minutesToClock(row.minutes)}</time>
          {left > 0 && left <= FEW_LEFT && courts.length > FEW_LEFT && <span className="slot-left">{t("slots.left", { count: left })}</span>}
        </p>
        <p className="slot-price num">
          {row.samePrice ? formatMoney(row.price) : t("slots.from", { price: formatMoney(row.price) })}
          {row.peak && <span className="peak-mark text-ink-3" role="img" aria-label={t("slots.peak")} />}
        </p>
      </div>
      <div className={columns ? "slot-cells" : "slot-cells slot-cells-wrap"}>
        {shown.map((court) => <SlotCell key={court.courtId} row={row} court={court} offline={offline} onPick={onPick} />)}
      </div>
    </li>
  );
}

function SlotCell({ row, court, offline, onPick }: { row: SteadyRow; court: Court; offline: boolean; onPick: PickSlot }) {
  const cell = row.cells.get(court.courtId);
  const sign = courtSign(court.name);
  if (!cell) {
    return row.gone.has(court.courtId)
      ? <span className="slot slot-gone num"><s>{sign}</s><span className="visually-hidden">{t("slots.gone")}</span></span>
      : <span className="slot slot-taken" aria-hidden />;
  }
  const name = t("slots.pick", { time: minutesToClock(row.minutes), court: court.name, length: cell.option.durationMinutes, price: formatMoney(cell.option.price) });
  return (
    <button
      type="button" className={`slot num ${offline ? "slot-stale" : "slot-free"}`} aria-label={name} disabled={offline}
      title={offline ? t("slots.offline") : undefined} onClick={() => onPick(court.courtId, row.startsAt)}
    >
      {sign}
    </button>
  );
}
