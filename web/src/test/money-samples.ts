import type { Checkout, CheckoutMethod, Payment } from "@/shared/api/money-types";
import type { Booking } from "@/shared/api/types";
import { booking, club, rupees } from "./samples";

/** A minute by itself is too exact: a slow test machine would see the figure change. */
const IN_EIGHT_MINUTES = 8.5 * 60_000;

export const methods: CheckoutMethod[] = [
  { method: "card", gateway: "jazzcash", offered: true, needs: [] },
  { method: "jazzcash", gateway: "jazzcash", offered: true, needs: ["phone", "cnicLast6"] },
  { method: "easypaisa", gateway: "easypaisa", offered: true, needs: ["phone"] },
  { method: "bank_transfer", offered: true, needs: [] },
  { method: "wallet", offered: false, reason: "insufficient_funds", needs: [] },
];

export function held(change: Partial<Booking> = {}): Booking {
  const until = new Date(Date.now() + IN_EIGHT_MINUTES).toISOString();
  return { ...booking, status: "held", payWith: "jazzcash", createdAt: new Date().toISOString(), holdExpiresAt: until, nextAction: { kind: "pay", url: "/games/booking-1/pay", until }, ...change };
}

export const checkout: Checkout = {
  bookingId: "booking-1", clubId: club.clubId, clubName: club.name, status: "held", price: rupees(9000), paid: rupees(0), due: rupees(9000), payNow: rupees(9000), methods, walletBalance: rupees(3200), plans: [],
};

export const payment: Payment = {
  paymentId: "payment-1", clubId: club.clubId, purpose: "booking", bookingId: "booking-1", method: "jazzcash", gateway: "jazzcash", amount: rupees(9000), status: "pending", reference: "P1M82X3A9JBA4GNTFV", createdAt: "2030-11-25T10:00:00Z",
};
export const transfer: Payment = {
  ...payment, method: "bank_transfer", gateway: null, reference: "MRG4821",
  action: { kind: "transfer", until: new Date(Date.now() + 4 * 3_600_000).toISOString(), transfer: { title: "Margalla Padel (Pvt) Ltd", iban: "PK36SCBL0000001123456702", bank: "Standard Chartered", reference: "MRG4821", proofUploaded: false } },
};
export const approve: Payment = { ...payment, action: { kind: "approve_on_phone" } };
export const failed: Payment = { ...payment, status: "failed", failure: { code: "declined", text: "There was not enough money in the wallet. Nothing was taken.", canRetry: true } };
export const paid: Payment = { ...payment, status: "paid", settledAs: "booking", receiptId: "receipt-1" };
