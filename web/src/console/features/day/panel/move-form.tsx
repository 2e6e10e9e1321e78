import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import type { Board, Booking, Club } from "@/shared/api/types";
import { hasCode } from "@/shared/api/errors";
import { addMinutes, clock, dayLabel, range } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../i18n/en";
import { moveBooking, quoteQuery, type Move } from "../api";
import { PanelHead } from "./panel-head";
import { PlaceRefusal } from "./place-refusal";
import { Refusal } from "./refusal";
import { SpotFields } from "./spot-fields";
import { useFocusIn } from "./use-focus-in";
import { usePlaceForm } from "./use-place-form";

type Props = { club: Club; board: Board; date: string; booking: Booking; name: string; onClose: () => void; onMoved: (booking: Booking) => void; onDay: (date: string) => void };

/** Where it is, where it goes, and what that means for the money, before it is done. */
export function MoveForm({ club, board, date, booking, name, onClose, onMoved, onDay }: Props) {
  const toast = useToast();
  const form = usePlaceForm({
    clubId: club.clubId, board, first: () => ({ courtId: booking.courtId, startsAt: booking.startsAt, durationMinutes: booking.durationMinutes }),
    write: (spot, overrideReason, key) => {
      const body: Move = { ...spot, ...(overrideReason && { overrideReason }) };
      return moveBooking(booking.bookingId, booking.version, body, key(`${booking.version}${JSON.stringify(body)}`));
    },
    done: (moved: Booking) => {
      toast({ text: t("move.done", { name, court: moved.courtName, time: clock(moved.startsAt, board.timeZone) }) });
      onMoved(moved);
    },
  });
  const root = useFocusIn<HTMLFormElement>();
  const { spot } = form;
  const stale = hasCode(form.error, "request.stale") || (form.error !== null && "status" in form.error && form.error.status === 412);
  const same = spot.courtId === booking.courtId && Date.parse(spot.startsAt) === Date.parse(booking.startsAt) && spot.durationMinutes === booking.durationMinutes;

  return (
    <form ref={root} className="panel-form" noValidate tabIndex={-1} aria-label={t("move.title", { name })} onSubmit={(event) => { event.preventDefault(); form.submit(); }}>
      <PanelHead title={t("move.title", { name })} onClose={onClose} />
      <div className="panel-fields">
        <SpotFields club={club} board={board} date={date} spot={spot} errors={form.fields} onChange={form.change} onDay={onDay} />
      </div>
      <FromTo clubId={club.clubId} board={board} booking={booking} spot={spot} same={same} />
      {stale ? <Refusal><p>{t("move.stale")}</p></Refusal> : <PlaceRefusal form={form} board={board} stays={t("move.stays", { name, court: booking.courtName })} />}
      <Button type="submit" full busy={form.busy} disabled={same || date !== board.date}>{form.needsReason ? t("override.moveSubmit") : t("move.submit")}</Button>
    </form>
  );
}

function FromTo({ clubId, board, booking, spot, same }: { clubId: string; board: Board; booking: Booking; spot: Move; same: boolean }) {
  const quote = useQuery({ ...quoteQuery(clubId, spot), enabled: !same });
  const court = board.courts.find((each) => each.courtId === spot.courtId)?.name ?? "";
  const to = range(spot.startsAt, addMinutes(spot.startsAt, spot.durationMinutes), board.timeZone);
  const otherDay = board.date !== booking.businessDay;
  return (
    <div className="from-to num" aria-live="polite">
      <div className="from-to-row">
        <div>
          <p className="text-micro text-ink-2">{t("move.from", { court: booking.courtName })}{otherDay && `, ${dayLabel(booking.businessDay)}`}</p>
          <p className="text-label">{range(booking.startsAt, booking.endsAt, board.timeZone)}</p>
          <p className="text-small text-ink-2">{formatMoney(booking.price)}</p>
        </div>
        <ArrowRight size={18} className="mirror text-accent-text" aria-hidden />
        <div>
          <p className="text-micro text-ink-2">{t("move.to", { court })}{otherDay && `, ${dayLabel(board.date)}`}</p>
          <p className="text-label">{to}</p>
          <p className="text-small">{same ? formatMoney(booking.price) : quote.data ? formatMoney(quote.data.price) : t(quote.isError ? "quote.failed" : "quote.asking")}</p>
        </div>
      </div>
      <p className="from-to-sum text-small">{same ? t("move.same") : quote.data && <Difference booking={booking} amountMinor={quote.data.price.amountMinor - booking.price.amountMinor} />}</p>
    </div>
  );
}

function Difference({ booking, amountMinor }: { booking: Booking; amountMinor: number }) {
  const amount = formatMoney({ currency: booking.price.currency, amountMinor: Math.abs(amountMinor) });
  if (amountMinor === 0) return <>{t("move.difference.none")}</>;
  return amountMinor > 0 ? <b className="due">{t("move.difference.more", { amount })}</b> : <b>{t("move.difference.less", { amount })}</b>;
}
