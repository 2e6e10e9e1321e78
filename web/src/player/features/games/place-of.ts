import { t } from "@/player/i18n/en";
import type { Booking, Club } from "@/shared/api/types";

/** "Court 3, panoramic"; the club's name where there is more than one. */
export function placeOf(booking: Booking, club: Club, several: boolean): string {
  const court = club.courts.find((each) => each.courtId === booking.courtId);
  return [booking.courtName, several ? club.name : court?.indoor ? t("place.indoor") : court?.surface].filter(Boolean).join(", ");
}
