import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { myGamesKey } from "@/shared/api/bookings";
import { api } from "@/shared/api/client";
import type { Booking, Page, Verified } from "@/shared/api/types";

const ASK_AGAIN_MS = 60_000;

export const upcomingQuery = () =>
  queryOptions({ queryKey: [...myGamesKey, "upcoming"], queryFn: ({ signal }) => api.get<Page<Booking>>("/me/bookings", { signal, query: { when: "upcoming" } }), refetchInterval: ASK_AGAIN_MS });

export const pastQuery = () =>
  infiniteQueryOptions({
    queryKey: [...myGamesKey, "past"],
    queryFn: ({ signal, pageParam }) => api.get<Page<Booking>>("/me/bookings", { signal, query: { when: "past", cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });

export const cancelBooking = (bookingId: string, idempotencyKey: string) => api.post<Booking>(`/bookings/${bookingId}/cancellation`, { body: {}, idempotencyKey });

export const sendCode = (identifier: string) => api.post<unknown>("/auth/codes", { body: { identifier } });
export const verifyContact = (identifier: string, code: string) => api.post<Verified>("/me/verifications", { body: { identifier, code } });
