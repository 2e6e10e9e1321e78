import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { canRetry, hasCode } from "@/shared/api/errors";
import type { Checkout, Payment, StartPayment } from "@/shared/api/money-types";
import type { Booking, PayWith } from "@/shared/api/types";
import { upload } from "@/shared/api/upload";

const SOON_MS = 2_000;
const LATER_MS = 5_000;
const LONG_MS = 15_000;
const SOON_TIMES = 30;
const LATER_TIMES = 60;
const CHECKOUT_MS = 30_000;
/** The booking tells payments of itself a moment after it is made. */
const NOT_YET_RETRIES = 8;
const NOT_YET_MS = 1_000;

export const isLive = (payment: Payment | null | undefined) => payment?.status === "created" || payment?.status === "pending";
/** Paid, and known what became of the money; or refused. */
export const isSettled = (payment: Payment) => payment.status === "failed" || (payment.status === "paid" && Boolean(payment.settledAs));

export const checkoutKey = (bookingId: string) => ["checkout", bookingId] as const;
export const checkoutQuery = (bookingId: string) =>
  queryOptions({
    queryKey: checkoutKey(bookingId),
    queryFn: ({ signal }) => api.get<Checkout>(`/bookings/${bookingId}/checkout`, { signal }),
    retry: (failures, error) => (isNotYet(error) ? failures < NOT_YET_RETRIES : failures < 2 && canRetry(error)),
    retryDelay: NOT_YET_MS,
    refetchInterval: CHECKOUT_MS,
  });

const isNotYet = (error: unknown) => typeof error === "object" && error !== null && "status" in error && error.status === 404;

/** Every two seconds at first, then more and more slowly; not at all once it is settled, nor while nobody looks. */
export const paymentQuery = (paymentId: string) =>
  queryOptions({
    queryKey: ["payments", paymentId],
    queryFn: async ({ signal, client, queryKey }) => keepWay(client.getQueryData<Payment>(queryKey), await api.get<Payment>(`/payments/${paymentId}`, { signal })),
    enabled: paymentId !== "",
    refetchInterval: ({ state }) => {
      if (state.data && isSettled(state.data)) return false;
      // Out of time or replaced: money may still come for it, which is told when it does.
      if (state.data?.status === "expired" || state.data?.status === "abandoned") return LONG_MS;
      if (state.data?.action?.kind === "transfer" || state.dataUpdateCount > LATER_TIMES) return LONG_MS;
      return state.dataUpdateCount > SOON_TIMES ? LATER_MS : SOON_MS;
    },
  });

/** The way to a gateway's page is told once, to whoever starts the attempt; while the page stays open it is not forgotten. */
function keepWay(before: Payment | undefined, now: Payment): Payment {
  return isLive(now) && !now.action && before?.action ? { ...now, action: before.action } : now;
}

export const startPayment = (wish: StartPayment, idempotencyKey: string) => api.post<Payment>("/payments", { body: wish, idempotencyKey });
export const askNow = (paymentId: string) => api.post<unknown>(`/payments/${paymentId}/inquiries`, { body: {} });
export const payAnotherWay = (bookingId: string, payWith: PayWith, idempotencyKey: string) => api.post<Booking>(`/bookings/${bookingId}/payment-method`, { body: { payWith }, idempotencyKey });

export function sendProof(paymentId: string, file: File, onProgress: (share: number) => void) {
  const form = new FormData();
  form.append("proof", file);
  return upload<unknown>(`/payments/${paymentId}/proofs`, form, onProgress);
}

export const isKeyReused = (error: unknown) => hasCode(error, "request.idempotency_key_reused");
