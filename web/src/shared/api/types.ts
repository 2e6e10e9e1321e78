import type { components } from "./schema.gen";

/** The shapes of the public API, from its document (`npm run types`). Words that the document leaves as text are named here. */
type Schemas = components["schemas"];
type Of<Name extends keyof Schemas, Named = unknown> = Omit<Schemas[Name], keyof Named> & Named;

export type Money = Of<"Money", { currency: string }>;
export type Page<T> = { items: T[]; nextCursor?: string };

export type Role = "owner" | "manager" | "desk";
export type Me = Of<"Profile", { roles: { clubId: string; role: Role }[] }>;
export type Tokens = Of<"Tokens">;
/** A proven contact comes with a fresh token: the old one still says it is not proven. */
export type Verified = Of<"Verified", { me: Me }>;
export type AuthOptions = Of<"SignInOptions">;
export type Session = Of<"SessionView">;

export type Court = Of<"ClubCourt">;
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type PayWith = "at_club" | "wallet" | "card" | "jazzcash" | "easypaisa" | "bank_transfer" | "plan";
export type Club = Of<"ClubBody", { courts: Court[]; openingHours: { days: Weekday[]; opens: string; closes: string }[]; policy: string[]; paymentMethods: PayWith[]; depositPercent?: number; holdMinutes?: number }>;

export type SlotOption = Of<"AvailableOption", { price: Money }>;
export type Slot = Of<"AvailableSlot", { options: SlotOption[] }>;
export type CourtSlots = Of<"AvailableCourt", { slots: Slot[] }>;
export type Availability = Of<"AvailabilityBody", { courts: CourtSlots[] }>;
export type DaySummary = Of<"DaySummary">;
export type AvailabilitySummary = Of<"AvailabilitySummary">;

export type BookingStatus = "held" | "confirmed" | "cancelled" | "completed" | "no_show" | "expired";
export type PaymentStatus = "unpaid" | "pending" | "partly_paid" | "paid" | "failed" | "refunded" | "partly_refunded";
export type NextAction = Of<"NextActionBody", { kind: "verify_contact" | "pay" | "await_transfer" }>;
export type CancellationTerms = Of<"CancellationTerms", { feeNow: Money; refundNow: Money; steps: { until: string; fee: Money }[] }>;
export type BookingPlayer = Of<"BookingPlayer", { status: "invited" | "accepted" | "declined" }>;
type BookingMoney = { price: Money; amountPaid: Money; amountDue: Money; feeDue?: Money; paymentStatus: PaymentStatus; payWith: PayWith; status: BookingStatus };
export type Booking = Of<"BookingResponse", BookingMoney & { nextAction?: NextAction; players: BookingPlayer[]; cancellationTerms?: CancellationTerms }>;
export type BookCourt = { courtId: string; startsAt: string; durationMinutes: number; payWith: PayWith };
/** What a lost race answers with: up to three places that are free right now. It travels inside a problem, which the document leaves open. */
export type Alternative = { courtId: string; courtName: string; startsAt: string; durationMinutes: number; price: Money };

export type BoardBooking = Of<"BoardBooking", BookingMoney & { nextAction?: NextAction["kind"] }>;
export type BoardBlock = Of<"BoardBlock">;
export type Claim = Of<"BoardClaim", { kind: "hold" | "booking" | "block" | "event"; booking?: BoardBooking; block?: BoardBlock }>;
/** On a day the club is closed `opensAt` and `closesAt` are missing; the console fills them in (features/day/api.ts). */
export type Board = Of<"DayBoard", { opensAt: string; closesAt: string; courts: (Court & { claims: Claim[] })[] }>;
