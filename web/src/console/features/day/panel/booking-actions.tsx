import type { BoardBooking, Claim } from "@/shared/api/types";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { t } from "../../../i18n/en";

const NOW_EVERY_MS = 20_000;

/** Only what can still be done: a game that has begun cannot be cancelled, one that is over cannot be moved. */
export function BookingActions({ booking, claim, onMove, onCancel }: { booking: BoardBooking; claim: Claim; onMove: () => void; onCancel: () => void }) {
  const now = useNow(NOW_EVERY_MS);
  const active = booking.status === "confirmed" || booking.status === "held";
  const canMove = booking.status === "confirmed" && now < Date.parse(claim.endsAt);
  const canCancel = active && now <= Date.parse(claim.startsAt);
  if (!canMove && !canCancel) return null;
  return (
    <div className="panel-actions">
      {canMove && <Button kind="line" className="btn-desk" onClick={onMove}>{t("booking.move")}</Button>}
      {canCancel && <Button kind="danger" className="btn-desk" onClick={onCancel}>{t("booking.cancel")}</Button>}
    </div>
  );
}
