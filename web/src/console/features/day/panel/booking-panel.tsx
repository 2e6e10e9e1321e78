import { useQuery } from "@tanstack/react-query";
import { Copy, Phone } from "lucide-react";
import type { ReactNode } from "react";
import type { Board, BoardBooking, Booking, Claim } from "@/shared/api/types";
import { moment, range } from "@/shared/lib/club-time";
import { formatMoney, isZero } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { buttonClass, IconButton } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { named, t } from "../../../i18n/en";
import { sayPhone } from "../../../lib/phone";
import { bookingQuery } from "../api";
import { HoldLeft } from "../hold-left";
import { DueRing, PaidTick } from "../money-mark";
import { spoken } from "../words";
import { BookingActions } from "./booking-actions";
import { BookingMoney } from "./money/booking-money";
import { PanelHead } from "./panel-head";
import { Players } from "./players";

const NOW_EVERY_MS = 20_000;

type Props = { board: Board; claim: Claim; booking: BoardBooking; courtName: string; onClose: () => void; onMove: () => void; onCancel: () => void };

/** A booking, and what can be done with it now. */
export function BookingPanel({ board, claim, booking, courtName, onClose, onMove, onCancel }: Props) {
  const full = useQuery(bookingQuery(booking.bookingId));
  const zone = board.timeZone;
  return (
    <section className="panel-form panel-booking" aria-label={booking.name || t("cell.guest")}>
      <PanelHead title={booking.name || t("cell.guest")} sub={`${t(booking.guest ? "booking.guest" : "booking.member")}, ${courtName}, ${range(claim.startsAt, claim.endsAt, zone)}`} onClose={onClose} />
      <BookingActions booking={booking} claim={claim} onMove={onMove} onCancel={onCancel} />
      <div className="panel-details">
        {booking.phone && <a className={`${buttonClass("line", "small")} num self-start`} href={`tel:${booking.phone.replace(/\s/g, "")}`}><Phone size={15} aria-hidden />{t("booking.call")} {sayPhone(booking.phone)}</a>}
        <Facts board={board} booking={booking} full={full.data} failed={full.isError} />
        {full.data && <BookingMoney clubId={full.data.clubId} bookingId={booking.bookingId} timeZone={zone} />}
        <Players full={full.data} count={booking.players ?? 0} />
        {booking.note && <div><h3 className="panel-sub">{t("booking.note")}</h3><p className="panel-note">{booking.note}</p></div>}
      </div>
    </section>
  );
}

function Facts({ board, booking, full, failed }: { board: Board; booking: BoardBooking; full: Booking | undefined; failed: boolean }) {
  const now = useNow(NOW_EVERY_MS);
  const source = named("booking.source", booking.source);
  const terms = full?.cancellationTerms;
  return (
    <dl className="facts num">
      <Fact name={t("booking.reference")}><Reference reference={booking.reference} /></Fact>
      {booking.status === "held" && booking.holdExpiresAt && <Fact name={t("booking.heldFor")}><HoldLeft booking={booking} /></Fact>}
      <Fact name={t("booking.price")}>{formatMoney(booking.price)}</Fact>
      {!isZero(booking.amountPaid) && <Fact name={t("booking.paid")}><span className="paid inline-flex items-center gap-1"><PaidTick size={15} />{formatMoney(booking.amountPaid)}</span></Fact>}
      {!isZero(booking.amountDue) && booking.status !== "held" && <Fact name={t("booking.due")}><span className="due inline-flex items-center gap-1"><DueRing size={14} half={!isZero(booking.amountPaid)} />{formatMoney(booking.amountDue)}</span></Fact>}
      {booking.feeDue && !isZero(booking.feeDue) && <Fact name={t("booking.fee")}><span className="due">{formatMoney(booking.feeDue)}</span></Fact>}
      <Fact name={t("booking.source")}>{full ? t("booking.sourceAt", { source, time: moment(full.createdAt, now, board.timeZone) }) : source}</Fact>
      {terms && <Fact name={t("booking.ifCancelled")}>{isZero(terms.feeNow) ? t("cancel.free") : t("cancel.feeNow", { fee: formatMoney(terms.feeNow) })}</Fact>}
      {failed && <Fact name={t("booking.ifCancelled")}>{t("terms.failed")}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function Reference({ reference }: { reference: string }) {
  const toast = useToast();
  const copy = () => void navigator.clipboard.writeText(spoken(reference)).then(() => toast({ text: t("booking.copied") }), () => undefined); // Without permission the figures stand there to be read.
  return <span className="inline-flex items-center gap-1">{spoken(reference)}<IconButton label={t("booking.copy")} icon={<Copy size={14} aria-hidden />} className="icon-btn-tiny" onClick={copy} /></span>;
}

