import type { Checkout, Payment } from "@/shared/api/money-types";
import type { Booking } from "@/shared/api/types";
import { isZero } from "@/shared/lib/money";
import { isLive } from "../api";

/** What the pay page has to say now. Money that has moved is told first, then what is on its way, then what can be done. */
export type Stage =
  | { kind: "verify" | "done" | "cancelled" }
  | { kind: "choose" | "lapsed"; failed?: Payment | undefined; awaited?: boolean }
  | { kind: "act" | "asking" | "landing" | "safe" | "refunded"; payment: Payment };

export function stageOf(booking: Booking, checkout: Checkout, payment: Payment | undefined, chooseAgain: boolean): Stage {
  if (payment?.status === "paid") return whereItWent(booking, payment);
  const due = !isZero(checkout.due) && (booking.status === "confirmed" || booking.status === "held");
  if (payment && isLive(payment) && !(chooseAgain && due)) {
    if (payment.action && (booking.status === "held" || due)) return { kind: "act", payment };
    if (payment.action?.kind !== "transfer") return { kind: "asking", payment };
    if (booking.status === "expired") return { kind: "lapsed", awaited: true };
  }
  if (booking.status === "held") {
    return booking.nextAction?.kind === "verify_contact" ? { kind: "verify" } : { kind: "choose", failed: failedOf(payment) };
  }
  if (booking.status === "confirmed") return due ? { kind: "choose", failed: failedOf(payment) } : { kind: "done" };
  if (booking.status === "expired") return { kind: "lapsed" };
  return booking.status === "cancelled" ? { kind: "cancelled" } : { kind: "done" };
}

function whereItWent(booking: Booking, payment: Payment): Stage {
  if (payment.settledAs === "wallet") return { kind: "safe", payment };
  if (payment.settledAs === "refund") return { kind: "refunded", payment };
  const stands = booking.status === "confirmed" || booking.status === "completed";
  return stands && payment.settledAs ? { kind: "done" } : { kind: "landing", payment };
}

const failedOf = (payment: Payment | undefined) => (payment?.status === "failed" || payment?.status === "expired" ? payment : undefined);
