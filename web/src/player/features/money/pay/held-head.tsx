import { Timer } from "lucide-react";
import { t } from "@/player/i18n/money";
import type { Checkout } from "@/shared/api/money-types";
import type { Booking, Club } from "@/shared/api/types";
import { clock, dayLabel, moment, range } from "@/shared/lib/club-time";
import { formatMoney, isZero } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { CountdownRing } from "@/shared/ui/countdown-ring";
import { amountNow } from "./amount-now";

const HALF_MINUTE_MS = 30_000;
/** A hold of hours is told by the clock on the wall; only the last hour is counted down. */
const COUNTED_MS = 60 * 60_000;

/** Whose court it is and until when, and what is to be paid of what. */
export function HeldHead({ booking, checkout, club }: { booking: Booking; checkout: Checkout; club: Club }) {
  const now = useNow(HALF_MINUTE_MS);
  const until = booking.status === "held" ? booking.holdExpiresAt : undefined;
  const counted = until && Date.parse(until) - now <= COUNTED_MS;
  return (
    <header className="flex flex-col gap-3 text-center lg:sticky lg:top-8">
      <div>
        <h1 className="num text-title text-ink-1">{t(booking.status === "held" ? "pay.held" : "pay.rest", { court: booking.courtName })}</h1>
        <p className="num pt-0.5 text-small text-ink-2">{t("pay.when", { day: dayLabel(booking.businessDay), range: range(booking.startsAt, booking.endsAt, club.timeZone) })}, {club.name}</p>
      </div>
      {counted && <CountdownRing from={countedFrom(booking, until)} until={until} caption={t("pay.left")} />}
      {until && !counted && <p className="num inline-flex items-center justify-center gap-1.5 text-small text-ink-2"><Timer size={16} aria-hidden />{t("pay.heldUntil", { when: moment(until, now, club.timeZone) })} <time className="visually-hidden" dateTime={until}>{clock(until, club.timeZone)}</time></p>}
      <Amount checkout={checkout} />
    </header>
  );
}

// A hold that another way of paying made longer is counted down from its last hour.
const countedFrom = (booking: Booking, until: string) => new Date(Math.max(Date.parse(booking.createdAt), Date.parse(until) - COUNTED_MS)).toISOString();

function Amount({ checkout }: { checkout: Checkout }) {
  const { now, rest } = amountNow(checkout);
  return (
    <div>
      <p className="text-small text-ink-3">{t("pay.now")}</p>
      <p className="num text-figure text-ink-1">{formatMoney(now)}</p>
      {rest && <p className="num text-small text-ink-2">{t("pay.deposit", { now: formatMoney(now), rest: formatMoney(rest) })}</p>}
      {!isZero(checkout.paid) && <p className="num text-small text-ink-2">{t("pay.already", { amount: formatMoney(checkout.paid) })}</p>}
    </div>
  );
}
