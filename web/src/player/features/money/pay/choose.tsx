import { useEffect } from "react";
import { useNavigate } from "react-router";
import { t } from "@/player/i18n/money";
import { messageOf } from "@/shared/api/errors";
import type { Checkout, CheckoutMethod, Payment } from "@/shared/api/money-types";
import type { Booking, Club, PayWith } from "@/shared/api/types";
import { formatMoney, isZero } from "@/shared/lib/money";
import { choicesOf, type Choice } from "../attempt/choices";
import { MethodForm, type Chosen } from "../attempt/method-form";
import { methodName, withMethod } from "../method-words";
import { amountNow } from "./amount-now";
import { FailedNote } from "./outcomes";
import type { usePay } from "./use-pay";
import { WayOut } from "./way-out";

type Props = { booking: Booking; checkout: Checkout; club: Club; phone: string; failed: Payment | undefined; pay: ReturnType<typeof usePay>; takeWish: () => boolean };

/** Ways to pay that hold the court in their own manner: minutes while one pays, hours while the club looks, or not at all. */
const holdOf = (method: PayWith) => (method === "bank_transfer" || method === "at_club" ? method : "now");

export function Choose({ booking, checkout, club, phone, failed, pay, takeWish }: Props) {
  const navigate = useNavigate();
  const { now } = amountNow(checkout);
  const held = booking.status === "held";
  const choices = choicesOf({ ...checkout, methods: withAtClub(checkout.methods, booking, checkout, club) }, club.timeZone);

  const start = (chosen: Chosen) => pay.start.start({ purpose: "booking", bookingId: booking.bookingId, ...chosen }, failed?.paymentId);
  useEffect(() => {
    // What asks nothing more goes on at once; a wallet's number is typed first. Credit and plans have been paid with the booking.
    const chosen = choices.find((choice) => choice.method.method === booking.payWith && !choice.off)?.method;
    const goes = held && !failed && (chosen?.method === "card" || chosen?.method === "bank_transfer");
    if (goes && takeWish()) start({ method: chosen.method });
    // Once, for the way of paying that was chosen with the slot.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const onPay = (chosen: Chosen) => {
    if (!held || holdOf(chosen.method) === holdOf(booking.payWith)) return start(chosen);
    pay.change.mutate(chosen.method, {
      onSuccess: (changed) => {
        if (changed.status === "confirmed") void navigate(`/games/${booking.bookingId}`, { replace: true, state: { fresh: true } });
        else start(chosen);
      },
    });
  };
  const error = pay.change.error ?? pay.start.error;
  return (
    <div className="flex flex-col gap-4">
      {failed && <FailedNote payment={failed} booking={booking} />}
      <MethodForm
        choices={choices} folded={held && !pay.again} first={failed?.method ?? booking.payWith} phone={phone} busy={pay.start.starting || pay.change.isPending} error={error ? messageOf(error) : undefined} onPay={onPay}
        buttonOf={(choice) => buttonWords(choice, formatMoney(now), booking)}
      />
      <WayOut bookingId={booking.bookingId} held={held} />
    </div>
  );
}

function buttonWords(choice: Choice, amount: string, booking: Booking): string {
  const { method } = choice.method;
  if (choice.plan) return t("pay.buttonPlan", { minutes: booking.durationMinutes, plan: choice.plan.name });
  if (method === "bank_transfer") return t("pay.buttonTransfer");
  return method === "at_club" ? t("pay.buttonClub") : t("pay.button", { amount, method: method === "card" || method === "wallet" ? withMethod(method) : methodName(method) });
}

/** A held court may still be paid at the desk where the club takes that, as long as nothing is paid for it. */
function withAtClub(methods: readonly CheckoutMethod[], booking: Booking, checkout: Checkout, club: Club): CheckoutMethod[] {
  const listed = methods.filter((method) => method.method !== "at_club" || booking.status === "held");
  if (booking.status !== "held" || !isZero(checkout.paid) || !club.paymentMethods.includes("at_club") || listed.some((method) => method.method === "at_club")) return listed;
  return [...listed, { method: "at_club", offered: true, needs: [] }];
}
