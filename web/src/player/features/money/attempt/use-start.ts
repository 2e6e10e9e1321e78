import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Payment, StartPayment } from "@/shared/api/money-types";
import { ApiError } from "@/shared/api/errors";
import { keptIntent } from "@/shared/lib/idempotency";
import { isKeyReused, paymentQuery, startPayment } from "../api";

/** The second press of a double click may come after a quick answer and before the page has changed. */
const SECOND_PRESS_MS = 1_000;

/**
 * One attempt per intent: pressing twice, a second press after a lost answer, or a reload before it came ask for the same payment.
 * Who pays is left out of the kept intent, since it must not be written down; other digits are another intent.
 */
export function useStart(onStarted: (payment: Payment) => void) {
  const client = useQueryClient();
  const running = useRef(false);
  const startedAt = useRef(-Infinity);
  const sentFor = useRef(new Map<string, string>());
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async ({ wish, after }: { wish: StartPayment; after: string }) => {
      const { phone = "", cnicLast6 = "", ...bought } = wish;
      const intent = JSON.stringify({ ...bought, after });
      const payer = `${phone} ${cnicLast6}`;
      const before = sentFor.current.get(intent);
      if (before !== undefined && before !== payer) keptIntent.forget(intent);
      sentFor.current.set(intent, payer);
      try {
        const payment = await startPayment(wish, keptIntent.keyOf(intent));
        keptIntent.forget(intent);
        return payment;
      } catch (failure) {
        // A refusal is an answer: the next press is a new wish. Without an answer the same wish is sent again.
        if (isKeyReused(failure) || (failure instanceof ApiError && !failure.retryable)) keptIntent.forget(intent);
        throw failure;
      }
    },
    onSuccess: (payment) => {
      startedAt.current = performance.now();
      client.setQueryData(paymentQuery(payment.paymentId).queryKey, payment);
      onStarted(payment);
    },
    onSettled: () => { running.current = false; },
  });
  return {
    start: (wish: StartPayment, after = "") => {
      if (running.current || performance.now() - startedAt.current < SECOND_PRESS_MS) return;
      running.current = true;
      mutate({ wish, after });
    },
    starting: isPending, error, reset,
  };
}
