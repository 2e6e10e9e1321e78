import type { BookingStatus, Money, PayWith } from "./types";

/** The shapes of the money API as the player's pages use them. */
export type PaymentState = "created" | "pending" | "paid" | "failed" | "expired" | "abandoned";
export type SettledAs = "booking" | "plan" | "wallet" | "refund";
export type PaymentPurpose = "booking" | "top_up" | "plan";
/** What a method may ask of the person who pays. */
export type PaymentNeed = "phone" | "cnicLast6";

export type TransferDetails = { title: string; iban: string; bank: string; reference: string; proofUploaded: boolean };
export type PaymentAction = {
  kind: "form" | "redirect" | "approve_on_phone" | "transfer";
  url?: string | null; fields?: Record<string, string> | null; until?: string | null; transfer?: TransferDetails | null;
};
export type PaymentFailure = { code: string; text: string; canRetry: boolean };

/** One attempt to collect money once. */
export type Payment = {
  paymentId: string; clubId: string; purpose: PaymentPurpose; bookingId?: string | null; method: PayWith; gateway?: string | null; amount: Money;
  status: PaymentState; settledAs?: SettledAs | null; reference: string; action?: PaymentAction | null; failure?: PaymentFailure | null; receiptId?: string | null; createdAt: string;
};

export type CheckoutMethod = { method: PayWith; gateway?: string | null; offered: boolean; reason?: "insufficient_funds" | "no_plan" | "off" | null; needs: PaymentNeed[] };
export type CoveringPlan = { planId: string; name: string; minutesLeft?: number | null; validUntil?: string | null };
export type Checkout = {
  bookingId: string; clubId: string; clubName: string; status: BookingStatus; price: Money; paid: Money; due: Money; payNow: Money; holdExpiresAt?: string | null;
  methods: CheckoutMethod[]; walletBalance: Money; plans: CoveringPlan[]; payment?: Payment | null;
};

export type StartPayment = {
  purpose: PaymentPurpose; bookingId?: string; clubId?: string; amountMinor?: number; productId?: string; planId?: string; method: PayWith; phone?: string; cnicLast6?: string;
};

export type ClubMethod = { method: PayWith; gateway?: string | null };
export type Wallet = { clubId: string; clubName: string; balance: Money };
export type WalletEntry = { at: string; kind: string; text: string; amount: Money; balanceAfter: Money; bookingId?: string | null };

export type PlanKind = "package" | "membership";
/** A package of minutes or a membership for a period, as a club sells it. */
export type PlanProduct = {
  productId: string; kind: PlanKind; name: string; price: Money; minutes?: number | null; validDays?: number | null; periodMonths?: number | null; benefits?: string[] | null;
};
export type Plan = {
  planId: string; clubId: string; clubName?: string | null; kind: PlanKind; name: string; status: string; minutes?: number | null; minutesLeft?: number | null; validUntil?: string | null;
};

export type ReceiptKind = "receipt" | "credit_note";
export type ReceiptListItem = {
  receiptId: string; kind: ReceiptKind; number: string; issuedAt: string; total: Money; credited: Money; clubId: string; clubName: string; customerName: string; text: string; paidWith: string;
  paymentId: string; refundId?: string | null; bookingId?: string | null;
};
export type ReceiptSeller = { name: string; legalName?: string | null; address?: string | null; phone?: string | null; taxNumber?: string | null };
export type ReceiptCustomer = { name: string; companyName?: string | null; taxNumber?: string | null; address?: string | null };
export type Receipt = {
  receiptId: string; kind: ReceiptKind; number: string; issuedAt: string; date: string; clubId: string; clubName: string; seller: ReceiptSeller; customer: ReceiptCustomer;
  lines: { text: string; detail?: string | null; amount: Money }[]; paidWith: string; paymentReference: string; total: Money; credited: Money;
  tax?: { label: string; percent: number; amount: Money } | null; bookingReference?: string | null; credits?: string | null; note?: string | null; paymentId: string; bookingId?: string | null;
  verificationCode: string; verificationUrl: string;
};
/** What anybody may know of a receipt they hold. */
export type ReceiptCheck = { valid: boolean; kind: ReceiptKind; number: string; date: string; total: Money; credited: Money; hasCreditNote: boolean; club: string; credits?: string | null };
export type ReceiptDetails = { companyName?: string | null; taxNumber?: string | null; address?: string | null };
