import type { ReactNode } from "react";
import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { formatMoney, isZero } from "@/shared/lib/money";
import { CopyButton } from "@/shared/ui/copy-button";
import { amountDue } from "./booking-words";
import { Due } from "./state-tag";

/** Reference, money and the terms, one fact a line. `money` is what the money feature knows of it: paid, coming back, receipts. */
export function GameFacts({ booking, money }: { booking: Booking; money: ReactNode }) {
  const due = amountDue(booking);
  const open = booking.status === "confirmed" || booking.status === "held";
  return (
    <section className="card rows" aria-label={t("game.facts")}>
      <Fact label={t("game.reference")} side={<CopyButton text={booking.reference} what={t("game.reference")} label={t("game.copy")} />}><span className="tracking-wider">{booking.reference}</span></Fact>
      <Fact label={t("game.price")} side={open && due && <Due amount={due} />}>{formatMoney(booking.price)}{booking.payWith === "at_club" && open && <span className="text-small text-ink-2"> {t("game.atClub")}</span>}</Fact>
      {money}
      {!isZero(booking.feeDue) && booking.feeDue && <Fact label={t("game.fee")} side={due && <Due amount={due} />}>{formatMoney(booking.feeDue)}</Fact>}
      {open && booking.cancellationTerms && (
        <div className="fact"><div><p className="text-small text-ink-3">{t("game.plansChange")}</p><p className="num pt-0.5 text-small text-ink-2">{booking.cancellationTerms.text}</p></div></div>
      )}
    </section>
  );
}

function Fact({ label, side, children }: { label: string; side?: ReactNode; children: ReactNode }) {
  return <div className="fact"><div className="min-w-0"><p className="text-small text-ink-3">{label}</p><p className="num text-heading text-ink-1">{children}</p></div>{side}</div>;
}
