import { CalendarCheck2, CircleDot, Timer, Trophy, UserX, Wrench } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { Claim } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { named, t } from "../../i18n/en";
import type { CellState } from "./cell-state";
import { HoldLeft } from "./hold-left";
import { CellMoney } from "./money-mark";
import { whatIs, whoIs } from "./words";

const MARKS: Partial<Record<CellState, ReactNode>> = {
  "on-court": <CircleDot size={14} aria-hidden />,
  held: <Timer size={14} aria-hidden />,
  "no-show": <UserX size={14} aria-hidden />,
  blocked: <Wrench size={14} aria-hidden />,
  event: <Trophy size={14} aria-hidden />,
};
/** A third line fits from an hour and a half on. */
const ROWS_FOR_PEOPLE = 3;
const ROWS_FOR_TIME = 1.5;
const LONG_AMOUNT_MINOR = 1_000_000;

type Props = {
  claim: Claim; courtName: string; timeZone: string; from: number; rows: number; state: CellState;
  selected: boolean; dimmed: boolean; reachable: boolean; onOpen: (claim: Claim) => void;
};

/**
 * One claim on the board. The query keeps the object of a claim that has not changed, so that a live change draws
 * the changed cells only.
 */
export const Cell = memo(function Cell({ claim, courtName, timeZone, from, rows, state, selected, dimmed, reachable, onOpen }: Props) {
  const time = <>{clock(claim.startsAt, timeZone)}<span className="cell-end">–{clock(claim.endsAt, timeZone)}</span></>;
  const booking = claim.booking;
  const details = [booking?.players ? t("cell.players", { count: booking.players }) : "", booking?.note ?? ""].filter(Boolean).join(", ");
  // Where there is a third line, long money stands there: the time is never cut off for it.
  const below = booking && state !== "held" && rows >= ROWS_FOR_PEOPLE && (details !== "" || booking.price.amountMinor >= LONG_AMOUNT_MINOR);
  return (
    <button
      ref={cssVars({ "--from": from, "--rows": rows })} type="button" className={`cell cell-${state}`} data-key={claim.occupancyId} data-dimmed={dimmed || undefined}
      tabIndex={reachable ? 0 : -1} aria-current={selected || undefined} aria-label={whatIs(claim, courtName, timeZone, state)} onClick={() => onOpen(claim)}
    >
      <span className="cell-name"><span className="cell-who">{whoIs(claim)}</span>{booking?.source === "app" && state === "booked" ? <CalendarCheck2 size={13} className="cell-quiet" aria-hidden /> : MARKS[state]}</span>
      {rows >= ROWS_FOR_TIME && (
        <span className="cell-line">
          <span className="cell-rest num">{state === "held" && booking?.holdExpiresAt ? <HoldLeft booking={booking} /> : booking || state === "event" ? time : named("block", claim.block?.kind ?? "other")}</span>
          {booking && state !== "held" && !below && <CellMoney booking={booking} />}
        </span>
      )}
      {below && <span className="cell-line"><span className="cell-rest">{details}</span><CellMoney booking={booking} /></span>}
    </button>
  );
});
