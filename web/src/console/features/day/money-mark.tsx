import type { BoardBooking } from "@/shared/api/types";
import { formatAmount } from "@/shared/lib/money";
import { t } from "../../i18n/en";
import { moneyState } from "./cell-state";

/** A filled tick when paid, a hollow ring and the word when not, half a ring when part of it is. */
export function CellMoney({ booking }: { booking: BoardBooking }) {
  switch (moneyState(booking).kind) {
    case "free": return null;
    case "paid": return <span className="cell-money paid num">{formatAmount(booking.price)}<PaidTick /></span>;
    case "fee": return <span className="cell-money due num">{t("cell.fee", { amount: booking.feeDue ? formatAmount(booking.feeDue) : "" })}</span>;
    case "part": return <span className="cell-money due num"><DueRing half />{t("cell.due", { amount: formatAmount(booking.amountDue) })}</span>;
    case "due": return <span className="cell-money due num"><DueRing />{t("cell.due", { amount: formatAmount(booking.amountDue) })}</span>;
  }
}

export function PaidTick({ size = 12 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="m7.8 12.3 2.9 2.8 5.4-5.8" fill="none" className="tick" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export function DueRing({ size = 12, half = false }: { size?: number; half?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="7.4" fill="none" stroke="currentColor" strokeWidth="2.8" />
      {half && <path d="M12 4.6a7.4 7.4 0 0 0 0 14.8Z" fill="currentColor" />}
    </svg>
  );
}
