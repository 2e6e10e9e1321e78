import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

export type ParkedEvent = { eventId: string; service: string; type: string; occurredAt: string; parkedAt: string; attempts: number; lastError?: string | null };
const ASK_AGAIN_MS = 60_000;

export const parkedKey = (clubId: string) => ["parked", clubId] as const;
export const parkedQuery = (clubId: string) => queryOptions({
  queryKey: parkedKey(clubId),
  queryFn: ({ signal }) => api.get<{ items: ParkedEvent[] }>(`/clubs/${clubId}/parked-events`, { signal }),
  refetchInterval: ASK_AGAIN_MS,
});

export const retryEvent = (clubId: string, eventId: string, idempotencyKey: string) => api.post<unknown>(`/clubs/${clubId}/parked-events/${eventId}/retries`, { idempotencyKey });
