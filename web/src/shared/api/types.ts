/** The shapes of the public API (API.md); names as they travel. */
export type Money = { amountMinor: number; currency: string };
export type Page<T> = { items: T[]; nextCursor?: string | null };

export type Role = "owner" | "manager" | "desk";
export type Me = {
  userId: string; name: string; phone?: string | null; phoneVerified: boolean; email?: string | null; emailVerified: boolean;
  hasPassword: boolean; secondFactor: boolean; consentVersion: string | null; roles: { clubId: string; role: Role }[];
};
export type Tokens = { userId: string; accessToken: string; expiresInSeconds: number };
/** A proven contact comes with a fresh token: the old one still says it is not proven. */
export type Verified = { accessToken: string; expiresInSeconds: number; me: Me };
export type AuthOptions = { googleClientId?: string | null; consentVersion: string; codeResendSeconds: number; codeLength: number };
export type Session = { sessionId: string; device: string; createdAt: string; lastSeenAt: string; current: boolean };

export type Court = { courtId: string; name: string; surface: string; indoor: boolean };
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type PayWith = "at_club" | "wallet" | "card" | "jazzcash" | "easypaisa" | "bank_transfer" | "plan";
export type Club = {
  clubId: string; slug: string; name: string; address: string; location?: { latitude: number; longitude: number } | null; phone?: string | null;
  timeZone: string; currency: string; courts: Court[]; openingHours: { days: Weekday[]; opens: string; closes: string }[];
  slots: { gridMinutes: number; durations: number[]; avoidGaps: boolean; bufferMinutes: number };
  limits: { daysAhead: number; activeBookings: number };
  cancellation: { freeUntilHours: number; halfUntilHours: number; graceMinutes: number; noShowFeePercent: number };
  policy: string[]; paymentMethods: PayWith[]; today: string; lastBookableDay: string; openUntil?: string | null;
};

export type SlotOption = { durationMinutes: number; price: Money; peak: boolean };
export type Slot = { startsAt: string; options: SlotOption[] };
export type CourtSlots = Court & { slots: Slot[] };
export type Availability = { clubId: string; date: string; timeZone: string; validUntil?: string | null; courts: CourtSlots[] };
export type DaySummary = { date: string; freeStarts: number; totalStarts: number; firstFreeStartsAt?: string | null };
export type AvailabilitySummary = { clubId: string; days: DaySummary[] };

export type BookingStatus = "held" | "confirmed" | "cancelled" | "completed" | "no_show" | "expired";
export type PaymentStatus = "unpaid" | "pending" | "partly_paid" | "paid" | "failed" | "refunded" | "partly_refunded";
export type NextAction = { kind: "verify_contact" | "pay" | "await_transfer"; url?: string | null; until: string };
export type CancellationTerms = { feeNow: Money; refundNow: Money; steps: { until: string; fee: Money }[]; text: string };
export type BookingPlayer = { playerId?: string | null; name: string; status: "invited" | "accepted" | "declined" };
export type Booking = {
  bookingId: string; reference: string; version: number; clubId: string; courtId: string; courtName: string;
  startsAt: string; endsAt: string; durationMinutes: number; businessDay: string; status: BookingStatus;
  holdExpiresAt?: string | null; nextAction?: NextAction | null; payWith: PayWith; paymentStatus: PaymentStatus;
  price: Money; amountPaid: Money; amountDue: Money; feeDue?: Money | null; players: BookingPlayer[]; seriesId?: string | null;
  source: "app" | "desk" | "import" | "bot" | "system"; cancellationTerms?: CancellationTerms | null; createdAt: string;
};
export type BookCourt = { courtId: string; startsAt: string; durationMinutes: number; payWith: PayWith };
/** What a lost race answers with: up to three places that are free right now. */
export type Alternative = { courtId: string; courtName: string; startsAt: string; durationMinutes: number; price: Money };

export type BoardBooking = {
  bookingId: string; reference: string; version: number; status: BookingStatus; playerId?: string | null; name: string; phone?: string | null; guest: boolean;
  players?: number | null; price: Money; amountPaid: Money; amountDue: Money; feeDue?: Money | null; paymentStatus: PaymentStatus; payWith: PayWith;
  source: string; note?: string | null; holdExpiresAt?: string | null; nextAction?: NextAction["kind"] | null;
};
export type BoardBlock = { blockId: string; kind: string; reason: string };
export type Claim = {
  occupancyId: string; kind: "hold" | "booking" | "block" | "event"; startsAt: string; endsAt: string; booking?: BoardBooking | null; block?: BoardBlock | null;
};
export type Board = {
  clubId: string; date: string; timeZone: string; opensAt: string; closesAt: string; courts: (Court & { claims: Claim[] })[];
};
