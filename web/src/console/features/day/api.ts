import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Board, Booking, Money } from "@/shared/api/types";

const BOARD_FRESH_MS = 5_000;
const QUOTE_FRESH_MS = 30_000;

const dayKey = (clubId: string, date: string) => ["day", clubId, date] as const;
export const boardQuery = (clubId: string, date: string) => queryOptions({
  queryKey: dayKey(clubId, date),
  queryFn: async ({ signal }) => withHours(await api.get<DayAnswer>(`/clubs/${clubId}/day`, { query: { date }, signal })),
  staleTime: BOARD_FRESH_MS,
});

export const bookingQuery = (bookingId: string) => queryOptions({
  queryKey: ["booking", bookingId],
  queryFn: ({ signal }) => api.get<Booking>(`/bookings/${bookingId}`, { signal }),
});

type DayAnswer = Omit<Board, "opensAt" | "closesAt"> & { opensAt?: string | null; closesAt?: string | null };

/** A day the club is closed has no hours; it is as long as what is on it. A board of no length is a closed day. */
function withHours(day: DayAnswer): Board {
  const claims = day.courts.flatMap((court) => court.claims);
  const noon = `${day.date}T12:00:00Z`;
  const starts = claims.map((claim) => claim.startsAt).sort();
  const ends = claims.map((claim) => claim.endsAt).sort();
  return { ...day, opensAt: day.opensAt ?? starts[0] ?? noon, closesAt: day.closesAt ?? ends.at(-1) ?? noon };
}

export type Spot = { courtId: string; startsAt: string; durationMinutes: number };
export type Quote = { price: Money; segments: { startsAt: string; rule: string; amount: Money }[]; free: boolean };
export const quoteQuery = (clubId: string, spot: Spot) => queryOptions({
  queryKey: ["quote", clubId, spot.courtId, spot.startsAt, spot.durationMinutes],
  queryFn: ({ signal }) => api.get<Quote>(`/clubs/${clubId}/quotes`, { query: spot, signal }),
  staleTime: QUOTE_FRESH_MS,
});

export type DeskBooking = Spot & { playerId?: string; guest?: { name: string; phone?: string }; note?: string; overrideReason?: string };
export const bookAtDesk = (clubId: string, body: DeskBooking, idempotencyKey: string) => api.post<Booking>(`/clubs/${clubId}/desk-bookings`, { body, idempotencyKey });

export type Move = Spot & { overrideReason?: string };
export const moveBooking = (bookingId: string, version: number, body: Move, idempotencyKey: string) =>
  api.post<Booking>(`/bookings/${bookingId}/moves`, { body, idempotencyKey, ifMatch: `"${version}"` });

export type Cancellation = { reason?: string; waiveFee?: boolean };
export const cancelBooking = (bookingId: string, body: Cancellation, idempotencyKey: string) =>
  api.post<Booking>(`/bookings/${bookingId}/cancellation`, { body, idempotencyKey });

export type Closure = { courtIds: string[]; startsAt: string; endsAt: string; kind: string; reason: string };
export const blockCourts = (clubId: string, body: Closure, idempotencyKey: string) => api.post<{ blockId: string }>(`/clubs/${clubId}/blocks`, { body, idempotencyKey });
export const liftBlock = (clubId: string, blockId: string) => api.delete<unknown>(`/clubs/${clubId}/blocks/${blockId}`);

/** What was just done is seen at once, and prices of other places may have changed with it. */
export function dayTouched(client: QueryClient, clubId: string): Promise<unknown> {
  return Promise.all([["day", clubId], ["quote", clubId], ["booking"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}
