import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { formatMoney, isZero } from "@/shared/lib/money";
import type { TagTone } from "@/shared/ui/tag";

/** One state a booking, in words; money due is told apart from it. */
export function stateOf(booking: Booking): { tone: TagTone; text: string } {
  switch (booking.status) {
    case "held": return { tone: "warn", text: heldWords(booking) };
    case "confirmed": return { tone: "ok", text: confirmedWords(booking) };
    case "completed": return { tone: "mute", text: t("state.played") };
    case "no_show": return { tone: "bad", text: t("state.noShow") };
    case "cancelled": return { tone: "mute", text: t("state.cancelled") };
    case "expired": return { tone: "mute", text: t("state.expired") };
  }
}

function heldWords(booking: Booking): string {
  const kind = booking.nextAction?.kind;
  return t(kind === "verify_contact" ? "state.heldVerify" : kind === "await_transfer" ? "state.heldTransfer" : "state.held");
}

function confirmedWords(booking: Booking): string {
  if (booking.paymentStatus === "paid") return t("state.bookedPaid");
  return t(booking.payWith === "at_club" ? "state.bookedAtClub" : "state.booked");
}

export function amountDue(booking: Booking): string | undefined {
  const due = booking.status === "cancelled" || booking.status === "no_show" ? booking.feeDue : booking.status === "confirmed" ? booking.amountDue : undefined;
  return due && !isZero(due) ? formatMoney(due) : undefined;
}

export const isOver = (booking: Booking) => booking.status === "cancelled" || booking.status === "expired" || booking.status === "completed" || booking.status === "no_show";

export function canCancel(booking: Booking, now: number): boolean {
  return (booking.status === "confirmed" || booking.status === "held") && Date.parse(booking.startsAt) > now;
}
