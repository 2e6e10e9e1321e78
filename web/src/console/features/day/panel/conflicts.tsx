import { ApiError } from "@/shared/api/errors";
import type { Board } from "@/shared/api/types";
import { shortRange } from "@/shared/lib/club-time";
import { t } from "../../../i18n/en";
import { Refusal } from "./refusal";

/** A booking with its name, or another block with its reason as the name. */
export type Conflict = { bookingId?: string | null; blockId?: string | null; courtId: string; courtName: string; startsAt: string; endsAt: string; name: string };

/** What a refused block met. */
export function conflictsOf(error: unknown): Conflict[] {
  return error instanceof ApiError && error.code === "booking.block_conflicts" && Array.isArray(error.body.bookings) ? (error.body.bookings as Conflict[]) : [];
}

type Props = { items: readonly Conflict[]; board: Board; onConflict: (conflict: Conflict) => void };

/** Each one leads to its booking, where it can be moved or cancelled, or to the other block. */
export function Conflicts({ items, board, onConflict }: Props) {
  return (
    <Refusal>
      <p>{t("close.conflicts", { count: items.length })}</p>
      <ul className="mt-1 flex flex-col">
        {items.map((item) => (
          <li key={`${item.bookingId ?? item.blockId}${item.courtId}`}>
            <button type="button" className="link num py-1 text-start" onClick={() => onConflict(item)}>
              {t("close.conflictItem", { court: item.courtName, time: shortRange(item.startsAt, item.endsAt, board.timeZone), who: item.name || t("cell.guest") })}
            </button>
          </li>
        ))}
      </ul>
    </Refusal>
  );
}
