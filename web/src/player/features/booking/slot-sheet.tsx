import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { useLocation, useSearchParams } from "react-router";
import { t } from "@/player/i18n/en";
import { useSignedIn } from "@/shared/api/session";
import type { Availability, Booking, Club, PayWith } from "@/shared/api/types";
import { clock, dayLabel, isAfterMidnight, weekdayLong } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { useOnline } from "@/shared/lib/use-online";
import { Button } from "@/shared/ui/button";
import { Sheet } from "@/shared/ui/sheet";
import { availabilityQuery, countSlotOpened } from "./api";
import type { Chosen } from "./chosen";
import { LostSlot, keyOf } from "./lost-slot";
import { afterWords, buttonWords, chosenMethod, rememberMethod, split, useMethodLines } from "./pay-choice";
import { LengthCards, PaymentMethods } from "./slot-choices";
import { nearest, optionsAt, toRows } from "./slot-grid";
import { surfaceName } from "./slot-list";
import { cancellationWords } from "./terms";
import { useBooking } from "./use-booking";

const HALF_MINUTE_MS = 30_000;

type Props = {
  club: Club; date: string; chosen: Chosen;
  /** True, once, right after signing in for this slot: the wish was already said. */
  takeWish: () => boolean;
  onChoose: (chosen: Chosen) => void; onSignIn: () => void; onBooked: (booking: Booking) => void; onClose: () => void;
};

/** Length, price, end, payment and what cancelling costs, then one button. */
export function SlotSheet(props: Props) {
  const { club, date, chosen, takeWish, onSignIn, onBooked, onClose } = props;
  const day = useQuery(availabilityQuery(club.clubId, date));
  const signedIn = useSignedIn();
  const [payWith, lines, setPayWith] = usePayWith(club, day.data, chosen);
  const booking = useBooking({ club, onBooked: (booked) => { rememberMethod(booked.payWith); onBooked(booked); }, onSignIn });
  const court = club.courts.find((each) => each.courtId === chosen.courtId);
  const options = optionsAt(day.data, chosen.courtId, chosen.startsAt);
  const { book } = booking;

  useEffect(() => countSlotOpened(club.clubId), [club.clubId]);
  useEffect(() => {
    if (signedIn && takeWish()) book({ ...chosen, payWith });
    // Once, for the slot that was chosen before signing in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const goneWhileLooking = day.data !== undefined && options.length === 0 && booking.idle;
  if (booking.lost || goneWhileLooking) {
    const lost = booking.lost ?? { slot: chosen, alternatives: day.data ? nearest(toRows(day.data, chosen.durationMinutes), chosen.startsAt) : [] };
    return (
      <LostSlot
        club={club} lost={lost.slot} courtName={club.courts.find((each) => each.courtId === lost.slot.courtId)?.name ?? t("lost.thisCourt")} alternatives={lost.alternatives}
        taking={booking.taking ? keyOf(booking.taking) : undefined} error={booking.error} onClose={onClose}
        onTake={(alternative) => book({ courtId: alternative.courtId, startsAt: alternative.startsAt, durationMinutes: alternative.durationMinutes, payWith })}
      />
    );
  }
  return (
    <Sheet
      title={`${dayLabel(date)}, ${clock(chosen.startsAt, club.timeZone)}`} onClose={onClose}
      subtitle={[court?.name, court && surfaceName(court.surface).toLowerCase(), club.name].filter(Boolean).join(", ")}
      foot={<BookFoot {...{ club, chosen, payWith, signedIn, booking, ready: options.some((each) => each.durationMinutes === chosen.durationMinutes), price: options.find((each) => each.durationMinutes === chosen.durationMinutes)?.price }} />}
    >
      {isAfterMidnight(chosen.startsAt, date, club.timeZone) && <p className="pb-3 text-small text-warn-text">{t("slot.afterMidnight", { day: weekdayLong(date) })}</p>}
      <LengthCards club={club} startsAt={chosen.startsAt} options={options} value={chosen.durationMinutes} onChange={(durationMinutes) => props.onChoose({ ...chosen, durationMinutes })} />
      <PaymentMethods lines={lines} value={payWith} onChange={setPayWith} />
    </Sheet>
  );
}

/** The way of paying travels in the address, so that signing in does not lose it. */
function usePayWith(club: Club, day: Availability | undefined, { courtId, startsAt, durationMinutes }: Chosen) {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const price = optionsAt(day, courtId, startsAt).find((each) => each.durationMinutes === durationMinutes)?.price;
  const lines = useMethodLines(club, price, durationMinutes);
  const choose = (method: PayWith) => setParams((now) => { now.set("with", method); return now; }, { replace: true, state, preventScrollReset: true });
  return [chosenMethod(lines, params.get("with")), lines, choose] as const;
}

type FootProps = {
  club: Club; chosen: Chosen; payWith: PayWith; signedIn: boolean; ready: boolean;
  price: { amountMinor: number; currency: string } | undefined; booking: ReturnType<typeof useBooking>;
};

function BookFoot({ club, chosen, payWith, signedIn, ready, price, booking }: FootProps) {
  const now = useNow(HALF_MINUTE_MS);
  const online = useOnline();
  const paid = price && split(club, price, payWith);
  return (
    <>
      {booking.error && <p className="field-error pb-2" role="alert"><TriangleAlert size={16} aria-hidden />{booking.error}</p>}
      <p className="num pb-3 text-small text-ink-2">{paid?.rest && <b className="font-semibold text-ink-1">{t("book.deposit", { now: formatMoney(paid.now), rest: formatMoney(paid.rest) })} </b>}{cancellationWords(club, chosen.startsAt, now)}</p>
      <Button size="big" full busy={booking.busy} disabled={!online || !ready} onClick={() => booking.book({ ...chosen, payWith })}>
        {signedIn ? (paid ? buttonWords(payWith, formatMoney(paid.now)) : t("book.book")) : t("book.signIn")}
      </Button>
      <p className="pt-2.5 text-center text-small text-ink-2">{!online ? t("book.offline") : signedIn ? afterWords(club, payWith) : t("book.keep")}</p>
    </>
  );
}
