import { useQuery } from "@tanstack/react-query";
import { dayLabel } from "@/shared/lib/club-time";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { t } from "../../../i18n/en";
import { bookingQuery } from "../api";
import { PanelHead } from "./panel-head";

/** A booking that is not on this day's board: moved to another day, cancelled, or its hold ran out while one looked. */
export function LostBooking({ id, date, onClose, onDay }: { id: string; date: string; onClose: () => void; onDay: (date: string) => void }) {
  const query = useQuery(bookingQuery(id));
  return (
    <section className="panel-form" aria-label={t("panel.label")}>
      <QueryView query={query} failure={t("booking.failed")} skeleton={<Bone className="h-40" />}>
        {(booking) => booking.businessDay !== date && (booking.status === "confirmed" || booking.status === "held")
          ? (
            <>
              <PanelHead title={booking.players[0]?.name ?? t("cell.guest")} sub={booking.courtName} onClose={onClose} />
              <p className="text-small">{t("booking.otherDay", { day: dayLabel(booking.businessDay) })}</p>
              <Button kind="quiet" onClick={() => onDay(booking.businessDay)}>{t("booking.showDay")}</Button>
            </>
          )
          : <><PanelHead title={t("booking.gone")} sub={t(`status.${booking.status}`)} onClose={onClose} /><p className="text-small text-ink-2">{t("booking.goneBody")}</p></>}
      </QueryView>
    </section>
  );
}
