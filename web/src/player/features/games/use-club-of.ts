import { useQuery } from "@tanstack/react-query";
import { clubsQuery } from "@/shared/api/clubs";
import type { Club } from "@/shared/api/types";

/** The club a booking is at. Its zone decides how every time is said, so nothing is shown before it is known. */
export function useClubs() {
  const query = useQuery(clubsQuery());
  const find = (clubId: string): Club | undefined => query.data?.items.find((club) => club.clubId === clubId);
  return { query, find };
}
