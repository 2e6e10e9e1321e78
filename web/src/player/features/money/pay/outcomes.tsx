import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import type { Payment } from "@/shared/api/money-types";
import type { Booking, Club, Money } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { buttonClass } from "@/shared/ui/button";
import { Ball, BallOut } from "@/shared/ui/court";
import { FilledTick } from "@/shared/ui/filled-tick";
import { payeeName } from "../method-words";

const MINUTE_MS = 60_000;
const HALF_MINUTE_MS = 30_000;

/** What happened, what it means for the money, how long the court is still held. */
export function FailedNote({ payment, booking }: { payment: Payment; booking: Booking }) {
  const now = useNow(HALF_MINUTE_MS);
  const left = booking.holdExpiresAt ? Math.floor((Date.parse(booking.holdExpiresAt) - now) / MINUTE_MS) : 0;
  const still = booking.status === "held" && left > 0 ? t("failed.held", { court: booking.courtName, count: left }) : "";
  return (
    <div className="failed-note" role="alert">
      <CircleX size={20} aria-hidden />
      <div className="min-w-0">
        <p className="text-label text-ink-1">{t("failed.title", { method: capital(payeeName(payment.method)) })}</p>
        <p className="num text-small text-ink-2">{[payment.failure?.text ?? t("failed.nothingTaken"), still, t("failed.again")].filter(Boolean).join(" ")}</p>
      </div>
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function Landing({ amount }: { amount: Money }) {
  return (
    <section className="flex flex-col items-center gap-2 py-10 text-center" role="status">
      <span className="lands"><Ball size={40} /></span>
      <h1 className="num text-title text-ink-1">{t("landing.title", { amount: formatMoney(amount) })}</h1>
      <p className="text-body text-ink-2">{t("landing.body")}</p>
    </section>
  );
}

/** Paid, but the court could not have it: where the money is now, then what is free. */
export function Safe({ payment, booking, children }: { payment: Payment; booking: Booking; children?: ReactNode }) {
  const amount = formatMoney(payment.amount);
  const words = payment.settledAs === "refund" ? "safe.refund" : booking.status === "expired" ? "safe.wallet" : "safe.walletPaid";
  return (
    <section className="mx-auto flex w-full max-w-xl flex-col gap-4" aria-labelledby="safe-title">
      <div className="flex flex-col gap-2" role="status">
        <span className="text-ok-text"><FilledTick size={32} /></span>
        <h1 id="safe-title" className="text-display text-ink-1">{t("safe.title")}</h1>
        <p className="num text-body text-ink-1">{t(words, { amount })}</p>
      </div>
      {payment.settledAs === "wallet" && <Link to="/wallet" className={buttonClass("quiet", "big", true)}>{t("safe.see")}</Link>}
      {children}
      <Link to={`/games/${booking.bookingId}`} className={buttonClass("plain", "normal", true)}>{t("toGame")}</Link>
    </section>
  );
}

export function Lapsed({ booking, club, awaited, children }: { booking: Booking; club: Club; awaited: boolean; children?: ReactNode }) {
  return (
    <section className="mx-auto w-full max-w-xl" aria-labelledby="lapsed-title">
      <BallOut />
      <h1 id="lapsed-title" className="text-title text-ink-1">{t("lapsed.title")}</h1>
      <p className="pt-1 pb-4 text-body text-ink-2">{t(awaited ? "lapsed.transfer" : "lapsed.body", { court: booking.courtName })}</p>
      {children}
      <Link className={buttonClass("plain", "normal", true, "mt-3")} to={`/clubs/${club.slug}?date=${booking.businessDay}`}>{t("lapsed.times")}</Link>
    </section>
  );
}

export function Cancelled({ bookingId }: { bookingId: string }) {
  return (
    <section className="flex flex-col items-center gap-2 py-10 text-center">
      <h1 className="text-title text-ink-1">{t("cancelled.title")}</h1>
      <p className="text-body text-ink-2">{t("cancelled.body")}</p>
      <Link to={`/games/${bookingId}`} className={buttonClass("quiet", "normal", false, "mt-3")}>{t("toGame")}</Link>
    </section>
  );
}
