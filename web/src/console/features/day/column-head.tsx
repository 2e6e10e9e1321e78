import type { Board, Court } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { t } from "../../i18n/en";
import { courtNow, gamesOf } from "./summary";

/** Court, kind, and what it is doing now, until when. On other days: how much is booked. */
export function ColumnHead({ court, board, now, today }: { court: Board["courts"][number]; board: Board; now: number; today: boolean }) {
  const current = today ? courtNow(court.claims, now, board.opensAt, board.closesAt) : null;
  return (
    <div className="col-head">
      <h2 className="col-title">{court.name} <span>{courtKind(court)}</span></h2>
      <p className="col-now num">
        {current ? t(`now.${current.kind}`, { until: clock(current.until, board.timeZone) }) : t("head.games", { count: gamesOf(court.claims) })}
      </p>
      {current && current.share > 0 && <span className="col-progress" aria-hidden><span ref={cssVars({ "--share": `${Math.round(current.share * 100)}%` })} data-kind={current.kind} /></span>}
    </div>
  );
}

/** Indoor courts are told by their roof, the others by their walls. */
export function courtKind(court: Court): string {
  return court.indoor ? t("court.indoor") : court.surface;
}
