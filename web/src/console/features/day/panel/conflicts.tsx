import { ApiError } from "@/shared/api/errors";
import type { Board } from "@/shared/api/types";
import { shortRange } from "@/shared/lib/club-time";
import { t } from "../../../i18n/en";
import { Refusal } from "./refusal";

export type Conflict = { bookingId: string; courtId: string; startsAt: string; endsAt: string; name?: string | null };

/** The bookings a refused block met. */
export function conflictsOf(error: unknown): Conflict[] {
  if (!(error instanceof ApiError) || error.status !== 409) return [];
  const found = error.body.bookings ?? error.body.conflicts;
  return Array.isArray(found) ? (found as Conflict[]) : [];
}

/** Each one leads to its booking, where it can be moved or cancelled. */
export function Conflicts({ items, board, onBooking }: { items: readonly Conflict[]; board: Board; onBooking: (bookingId: string) => void }) {
  return (
    <Refusal>
      <p>{t("close.conflicts", { count: items.length })}</p>
      <ul className="mt-1 flex flex-col">
        {items.map((item) => {
          const court = board.courts.find((each) => each.courtId === item.courtId)?.name ?? "";
          const time = shortRange(item.startsAt, item.endsAt, board.timeZone);
          return <li key={item.bookingId}><button type="button" className="link num py-1 text-start" onClick={() => onBooking(item.bookingId)}>{t("close.conflictItem", { court, time, who: item.name || t("cell.guest") })}</button></li>;
        })}
      </ul>
    </Refusal>
  );
}
