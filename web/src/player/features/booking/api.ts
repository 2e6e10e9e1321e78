import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Alternative, Availability, AvailabilitySummary, BookCourt, Booking } from "@/shared/api/types";
import type { ApiError } from "@/shared/api/errors";

/** Without a socket the page still asks now and then. */
const ASK_AGAIN_MS = 60_000;
const SOONEST_MS = 1_000;

const clubKey = (clubId: string) => ["availability", clubId] as const;
export const dayKey = (clubId: string, date: string) => [...clubKey(clubId), "day", date] as const;
export const summaryKey = (clubId: string) => [...clubKey(clubId), "summary"] as const;

/** All lengths at once: changing the length asks nobody. The browser keeps the ETag and sends it. */
export const availabilityQuery = (clubId: string, date: string) =>
  queryOptions({
    queryKey: dayKey(clubId, date),
    queryFn: ({ signal }) => api.get<Availability>(`/clubs/${clubId}/availability`, { signal, query: { date } }),
    enabled: clubId !== "" && date !== "",
    refetchInterval: (query) => nextLook(query.state.data?.validUntil),
  });

/** Starts pass and holds lapse without anybody writing: the answer says until when it is right. */
function nextLook(validUntil: string | null | undefined): number {
  const left = validUntil ? Date.parse(validUntil) - Date.now() : ASK_AGAIN_MS;
  return Math.min(ASK_AGAIN_MS, Math.max(SOONEST_MS, left + 250));
}

export const summaryQuery = (clubId: string, from: string, days: number) =>
  queryOptions({
    queryKey: [...summaryKey(clubId), from, days],
    queryFn: ({ signal }) => api.get<AvailabilitySummary>(`/clubs/${clubId}/availability-summary`, { signal, query: { from, days } }),
    enabled: clubId !== "",
    refetchInterval: ASK_AGAIN_MS,
  });

export const bookCourt = (wish: BookCourt, idempotencyKey: string) => api.post<Booking>("/bookings", { body: wish, idempotencyKey });

/** Counts that somebody looked; nobody waits for it and nothing depends on it. */
export function countSlotOpened(clubId: string): void {
  api.post(`/clubs/${clubId}/funnel-steps`, { body: { step: "slot_opened" } }).catch(() => undefined);
}

/** The free places that come with a lost race. */
export function alternativesOf(error: ApiError): Alternative[] {
  const list = error.body.alternatives;
  return Array.isArray(list) ? (list as Alternative[]).slice(0, 3) : [];
}
