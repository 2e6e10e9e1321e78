import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { formatMoney, isZero } from "@/shared/lib/money";
import { IconButton } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { amountDue } from "./booking-words";
import { Due } from "./state-tag";

/** Reference, money and the terms, one fact a line. */
export function GameFacts({ booking }: { booking: Booking }) {
  const toast = useToast();
  const due = amountDue(booking);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(booking.reference);
      toast({ text: t("game.copied") });
    } catch {
      // The browser may forbid it; the reference can still be read out.
      toast({ text: t("game.notCopied"), failed: true });
    }
  };
  const open = booking.status === "confirmed" || booking.status === "held";
  return (
    <section className="card rows" aria-label={t("game.facts")}>
      <Fact label={t("game.reference")} side={<IconButton label={t("game.copy")} icon={<Copy size={20} aria-hidden />} onClick={() => void copy()} />}><span className="tracking-wider">{booking.reference}</span></Fact>
      <Fact label={t("game.price")} side={open && due && <Due amount={due} />}>{formatMoney(booking.price)}{booking.payWith === "at_club" && open && <span className="text-small text-ink-2"> {t("game.atClub")}</span>}</Fact>
      {!isZero(booking.amountPaid) && <Fact label={t("game.paid")}>{formatMoney(booking.amountPaid)}</Fact>}
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
