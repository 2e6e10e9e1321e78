import type { Board, BoardBooking, Claim } from "@/shared/api/types";

const rupees = (amount: number) => ({ amountMinor: amount * 100, currency: "PKR" });
let made = 0;

/** A small club's Thursday, 07:00 to 01:00 in Karachi, for tests. */
export function board(claims: Claim[][] = [[], []]): Board {
  return {
    clubId: "club", date: "2026-11-26", timeZone: "Asia/Karachi", opensAt: "2026-11-26T02:00:00Z", closesAt: "2026-11-26T20:00:00Z",
    courts: claims.map((list, index) => ({ courtId: `court-${index + 1}`, name: `Court ${index + 1}`, surface: "panoramic", indoor: index > 0, claims: list })),
  };
}

export function booking(name: string, over: Partial<BoardBooking> = {}): BoardBooking {
  made += 1;
  return {
    bookingId: `booking-${made}`, reference: `MRG5P2X${made}`, version: 1, status: "confirmed", playerId: undefined, name, phone: "+923001234567", guest: true, players: undefined,
    price: rupees(6000), amountPaid: rupees(0), amountDue: rupees(6000), feeDue: undefined, paymentStatus: "unpaid", payWith: "at_club", source: "desk", note: undefined,
    holdExpiresAt: undefined, nextAction: undefined, ...over,
  };
}

export function claim(startsAt: string, endsAt: string, inside: BoardBooking | { kind: string; reason: string }): Claim {
  made += 1;
  const base = { occupancyId: `claim-${made}`, startsAt, endsAt };
  return "bookingId" in inside
    ? { ...base, kind: inside.status === "held" ? "hold" : "booking", booking: inside }
    : { ...base, kind: "block", block: { blockId: `block-${made}`, ...inside } };
}
