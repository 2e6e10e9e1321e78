import { useQuery } from "@tanstack/react-query";
import { t } from "@/player/i18n/en";
import { clubsQuery } from "@/shared/api/clubs";
import type { Booking, Club } from "@/shared/api/types";

/** The club a booking is at. Its zone decides how every time is said, so nothing is shown before it is known. */
export function useClubs() {
  const query = useQuery(clubsQuery());
  const find = (clubId: string): Club | undefined => query.data?.items.find((club) => club.clubId === clubId);
  return { query, find, several: (query.data?.items.length ?? 0) > 1 };
}

/** "Court 3, panoramic"; the club's name where there is more than one. */
export function placeOf(booking: Booking, club: Club, several: boolean): string {
  const court = club.courts.find((each) => each.courtId === booking.courtId);
  return [booking.courtName, several ? club.name : court?.indoor ? t("place.indoor") : court?.surface].filter(Boolean).join(", ");
}
