import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { bookingQuery, myGamesKey } from "@/shared/api/bookings";
import { walletsKey } from "@/shared/api/money";
import type { Checkout, Payment } from "@/shared/api/money-types";
import type { Booking, PayWith } from "@/shared/api/types";
import { useIntentKey } from "@/shared/lib/idempotency";
import { checkoutKey, isLive, payAnotherWay, paymentQuery } from "../api";
import { useInquiry } from "../attempt/use-inquiry";
import { useStart } from "../attempt/use-start";
import { stageOf } from "./stage";

const SOON_MS = 2_000;

/** The attempt that is looked at lives in the address, so that a reload, the back button and the gateway's return all find it again. */
export function usePay(booking: Booking, checkout: Checkout) {
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [begun, setBegun] = useState("");
  const asked = params.get("payment") ?? "";
  const again = params.has("choose");
  const read = useQuery(paymentQuery(asked || (isLive(checkout.payment) ? (checkout.payment?.paymentId ?? "") : "")));
  const payment = newest(read.data, checkout.payment ?? undefined);
  const stage = stageOf(booking, checkout, payment, again);
  useFollow(booking.bookingId, payment, stage.kind === "landing");

  const show = (paymentId: string) => setParams({ payment: paymentId }, { replace: true });
  const start = useStart((started) => { setBegun(started.paymentId); show(started.paymentId); });
  const keyFor = useIntentKey();
  const change = useMutation({
    mutationFn: (payWith: PayWith) => payAnotherWay(booking.bookingId, payWith, keyFor(`${booking.version} ${payWith}`)),
    onSuccess: (changed) => {
      client.setQueryData(bookingQuery(booking.bookingId).queryKey, changed);
      void client.invalidateQueries({ queryKey: myGamesKey });
      return client.invalidateQueries({ queryKey: checkoutKey(booking.bookingId) });
    },
  });
  return {
    stage, payment, start, change, inquiry: useInquiry(payment, asked !== "" && begun !== asked),
    fresh: payment !== undefined && begun === payment.paymentId,
    again,
    chooseAgain: () => setParams({ choose: "1" }), show,
  };
}

/** The address may name an attempt that another one has replaced. */
function newest(named: Payment | undefined, latest: Payment | undefined): Payment | undefined {
  if (!named) return latest;
  return named.status === "abandoned" && latest && latest.paymentId !== named.paymentId ? latest : named;
}

/** What the payment becomes changes what is owed, and the booking follows it a moment later. */
function useFollow(bookingId: string, payment: Payment | undefined, landing: boolean): void {
  const client = useQueryClient();
  const state = payment && `${payment.paymentId} ${payment.status} ${payment.settledAs ?? ""}`;
  useEffect(() => {
    if (!state) return;
    void client.invalidateQueries({ queryKey: checkoutKey(bookingId) });
    void client.invalidateQueries({ queryKey: bookingQuery(bookingId).queryKey });
    void client.invalidateQueries({ queryKey: walletsKey });
  }, [bookingId, client, state]);
  useQuery({ ...bookingQuery(bookingId), refetchInterval: SOON_MS, enabled: landing });
}
