import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client";
import type { Club, Page } from "./types";

/** A club's set-up changes rarely; `today` rolls over once a night. */
const FRESH_MS = 5 * 60_000;

export const clubsQuery = () => queryOptions({ queryKey: ["clubs"], queryFn: ({ signal }) => api.get<Page<Club>>("/clubs", { signal }), staleTime: FRESH_MS });

export const clubQuery = (club: string) =>
  queryOptions({ queryKey: ["clubs", club], queryFn: ({ signal }) => api.get<Club>(`/clubs/${encodeURIComponent(club)}`, { signal }), staleTime: FRESH_MS, enabled: club !== "" });

/** The club a booking or a payment is at. Its zone decides how every time is said, so nothing is shown before it is known. */
export function useClubs() {
  const query = useQuery(clubsQuery());
  const find = (clubId: string): Club | undefined => query.data?.items.find((club) => club.clubId === clubId);
  return { query, find, several: (query.data?.items.length ?? 0) > 1 };
}
