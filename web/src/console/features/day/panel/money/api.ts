import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Money } from "@/shared/api/types";
import { dayTouched } from "../../api";

export type DeskPayment = {
  paymentId: string; method: string; gateway?: string | null; reference: string; amount: Money; back: Money; status: string;
  failure?: { code: string; text: string } | null; note?: string | null; createdAt: string; paidAt?: string | null;
};
export type DeskRefund = { refundId: string; amount: Money; destination: string; status: string; reason: string; createdAt: string; failure?: { code: string; text: string } | null };
export type BookingMoney = {
  bookingId: string; price: Money; paid: Money; due: Money; feeDue: Money; refundable: Money; payments: DeskPayment[]; refunds: DeskRefund[];
  receipts: { receiptId: string; kind: string; label: string; total: Money; issuedAt: string }[];
};

const keyOf = (bookingId: string) => ["booking-money", bookingId] as const;

export const bookingMoneyQuery = (clubId: string, bookingId: string) =>
  queryOptions({ queryKey: keyOf(bookingId), queryFn: ({ signal }) => api.get<BookingMoney>(`/clubs/${clubId}/bookings/${bookingId}/money`, { signal }) });

export type TakeMoney = { method: "cash" | "terminal"; amountMinor: number; note?: string };
export const takeMoney = (clubId: string, bookingId: string, body: TakeMoney, idempotencyKey: string) =>
  api.post<BookingMoney>(`/clubs/${clubId}/bookings/${bookingId}/desk-payments`, { body, idempotencyKey });

export type GiveBack = { amountMinor: number; to: "source" | "wallet" | "cash"; reason: string };
export const giveBack = (clubId: string, bookingId: string, body: GiveBack, idempotencyKey: string) =>
  api.post<{ items: DeskRefund[] }>(`/clubs/${clubId}/bookings/${bookingId}/refunds`, { body, idempotencyKey });

/** Booking hears of it a moment later, by event: look again now and once more then. */
export function moneyTouched(client: QueryClient, clubId: string, bookingId: string): void {
  const look = () => {
    void client.invalidateQueries({ queryKey: keyOf(bookingId) });
    void dayTouched(client, clubId);
  };
  look();
  setTimeout(look, 1_500);
}
