import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { Booking } from "./types";

const ASK_AGAIN_MS = 60_000;
const WHILE_HELD_MS = 2_000;

export const myGamesKey = ["bookings", "mine"] as const;

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ["bookings", bookingId],
    queryFn: ({ signal }) => api.get<Booking>(`/bookings/${bookingId}`, { signal }),
    // A held court lapses by itself.
    refetchInterval: (query) => (query.state.data?.status === "held" ? WHILE_HELD_MS : ASK_AGAIN_MS),
  });
