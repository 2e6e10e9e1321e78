import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { buttonClass } from "@/shared/ui/button";

/** A court that waits for its money: on to paying, or to how the transfer is doing. */
export function PayHold({ booking }: { booking: Booking }) {
  const transfer = booking.nextAction?.kind === "await_transfer";
  return (
    <section className="card flex flex-col gap-3 p-4">
      <p className="text-body text-ink-2">{t(transfer ? "hold.transferBody" : "hold.payBody")}</p>
      <Link className={buttonClass("primary", "big", true, "num")} to={`/games/${booking.bookingId}/pay`}>{transfer ? t("hold.transfer") : t("hold.pay", { amount: formatMoney(booking.amountDue) })}</Link>
    </section>
  );
}
