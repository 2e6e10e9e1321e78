import type { Availability, Booking, Club, Me, Money, SlotOption } from "@/shared/api/types";

export const rupees = (amount: number): Money => ({ amountMinor: amount * 100, currency: "PKR" });
export const TODAY = "2030-11-25";
export const DAY = "2030-11-26";

/** 15:00Z is 20:00 at the club. */
export const at = (clock: string, day = DAY) => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return new Date(Date.parse(`${day}T00:00:00Z`) + ((hours - 5) * 60 + minutes) * 60_000).toISOString().replace(".000Z", "Z");
};

export const club: Club = {
  clubId: "club-1", slug: "margalla", name: "Margalla Padel Club", address: "F-7 Markaz", location: { latitude: 33.7, longitude: 73 }, phone: "+92511234567",
  timeZone: "Asia/Karachi", currency: "PKR",
  courts: [1, 2, 3, 4, 5, 6].map((number) => ({ courtId: `court-${number}`, name: `Court ${number}`, surface: number < 5 ? "panoramic" : "classic", indoor: number > 4 })),
  openingHours: [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], opens: "07:00", closes: "25:00" }],
  slots: { gridMinutes: 30, durations: [60, 90, 120], avoidGaps: true, bufferMinutes: 0 }, limits: { daysAhead: 14, activeBookings: 6 },
  cancellation: { freeUntilHours: 24, halfUntilHours: 6, graceMinutes: 60, noShowFeePercent: 100 }, policy: ["Be kind."], paymentMethods: ["at_club"],
  today: TODAY, lastBookableDay: "2030-12-09", openUntil: at("25:00", TODAY),
};

const options = (lengths: number[]): SlotOption[] => lengths.map((durationMinutes) => ({ durationMinutes, price: rupees(durationMinutes * 100), peak: true }));

/** Free starts by court number. */
export function day(free: Record<number, string[]>, lengths = [60, 90, 120]): Availability {
  return {
    clubId: club.clubId, date: DAY, timeZone: club.timeZone, validUntil: undefined,
    courts: club.courts.map((court, index) => ({ ...court, slots: (free[index + 1] ?? []).map((clock) => ({ startsAt: at(clock), options: options(lengths) })) })),
  };
}

export const me: Me = { userId: "user-1", name: "Ali Raza", phone: "+923001234567", phoneVerified: true, emailVerified: false, hasPassword: false, secondFactor: false, consentVersion: "2026-01", roles: [] };

export const booking: Booking = {
  bookingId: "booking-1", reference: "MRG7K4QX", version: 1, clubId: club.clubId, courtId: "court-2", courtName: "Court 2", startsAt: at("20:00"), endsAt: at("21:30"), durationMinutes: 90,
  businessDay: DAY, status: "confirmed", payWith: "at_club", paymentStatus: "unpaid", price: rupees(9000), amountPaid: rupees(0), amountDue: rupees(9000),
  players: [{ playerId: "user-1", name: "Ali Raza", status: "accepted" }], source: "app", createdAt: "2030-11-20T10:00:00Z",
  cancellationTerms: { feeNow: rupees(0), refundNow: rupees(0), steps: [], text: "Free to cancel until Mon 25 Nov, 20:00." },
};
