import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { receiptsQuery } from "@/shared/api/money";
import type { ReceiptListItem } from "@/shared/api/money-types";
import type { Booking, Money } from "@/shared/api/types";
import { formatMoney, isZero } from "@/shared/lib/money";
import { buttonClass } from "@/shared/ui/button";
import { checkoutQuery } from "./api";
import { refundPlace } from "./method-words";

/** What was paid, what comes back and where to, and the rest, which may be paid here or at the club. */
export function GameMoney({ booking }: { booking: Booking }) {
  const moved = !isZero(booking.amountPaid) || booking.paymentStatus === "refunded" || booking.paymentStatus === "partly_refunded";
  const owes = booking.status === "confirmed" && !isZero(booking.amountDue);
  const receipts = useInfiniteQuery({ ...receiptsQuery(), enabled: moved }).data?.pages.flatMap((page) => page.items).filter((each) => each.bookingId === booking.bookingId) ?? [];
  const checkout = useQuery({ ...checkoutQuery(booking.bookingId), refetchInterval: false, enabled: owes }).data;
  const notes = receipts.filter((each) => each.kind === "credit_note");
  return (
    <>
      {!isZero(booking.amountPaid) && <Paid amount={booking.amountPaid} receipts={receipts.filter((each) => each.kind === "receipt")} />}
      {owes && checkout?.methods.some((method) => method.offered) && (
        <div className="fact"><p className="text-small text-ink-2">{t("money.dueClub")}</p><Link className={buttonClass("quiet", "normal", false, "num")} to={`/games/${booking.bookingId}/pay`}>{t("money.payRest", { amount: formatMoney(booking.amountDue) })}</Link></div>
      )}
      <Refund booking={booking} notes={notes} />
    </>
  );
}

function Paid({ amount, receipts }: { amount: Money; receipts: readonly ReceiptListItem[] }) {
  const ways = new Set(receipts.map((each) => each.paidWith));
  const [only] = ways;
  return <Line label={only && ways.size === 1 ? t("money.paidWith", { method: only }) : t("money.paid")} amount={amount} side={<Documents of={receipts} />} />;
}

/** Credit notes say what has gone back; until there is one, a cancelled game's money is on its way. */
function Refund({ booking, notes }: { booking: Booking; notes: readonly ReceiptListItem[] }) {
  const first = notes[0];
  const currency = booking.price.currency;
  if (first) {
    const amount = { amountMinor: notes.reduce((sum, note) => sum + Math.abs(note.total.amountMinor), 0), currency };
    return <Line label={t("refund.done", { place: refundPlace(booking.payWith) })} amount={amount} side={<Documents of={notes} />} />;
  }
  const back = booking.amountPaid.amountMinor - (booking.feeDue?.amountMinor ?? 0);
  const waits = booking.status === "cancelled" && booking.paymentStatus !== "refunded" && booking.paymentStatus !== "partly_refunded" && back > 0;
  return waits ? <Line label={t("refund.onItsWay", { place: refundPlace(booking.payWith) })} amount={{ amountMinor: back, currency }} /> : null;
}

function Line({ label, amount, side }: { label: string; amount: Money; side?: ReactNode }) {
  return <div className="fact"><div className="min-w-0"><p className="text-small text-ink-3">{label}</p><p className="num text-heading text-ink-1">{formatMoney(amount)}</p></div>{side}</div>;
}

function Documents({ of }: { of: readonly ReceiptListItem[] }) {
  return (
    <div className="flex flex-col items-end">
      {of.map((each) => <Link key={each.receiptId} className="link flex min-h-11 items-center px-1 text-label" to={`/receipts/${each.receiptId}`}>{t(each.kind === "receipt" ? "money.receipt" : "receipts.creditNote")}<span className="visually-hidden"> {each.number}</span></Link>)}
    </div>
  );
}
