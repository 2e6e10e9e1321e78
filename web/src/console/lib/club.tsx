import { queryOptions } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { api } from "@/shared/api/client";
import type { Club, Me, Role } from "@/shared/api/types";

const CLUB_FRESH_MS = 60_000;

/** A club by its id or its short name. */
export const clubQuery = (club: string) => queryOptions({
  queryKey: ["club", club],
  queryFn: ({ signal }) => api.get<Club>(`/clubs/${encodeURIComponent(club)}`, { signal }),
  staleTime: CLUB_FRESH_MS,
});

export type AtClub = { club: Club; role: Role; me: Me };
const ClubContext = createContext<AtClub | null>(null);
export const ClubProvider = ClubContext.Provider;

/** The club this page is about, and who the person at the desk is there. */
export function useClub(): AtClub {
  const found = useContext(ClubContext);
  if (!found) throw new Error("useClub needs a club's page around it");
  return found;
}

/** Owner and manager run the club; the desk runs the day. */
export const runsClub = (role: Role) => role === "owner" || role === "manager";
