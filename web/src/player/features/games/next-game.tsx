import { Navigation, Phone } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Booking, Club } from "@/shared/api/types";
import { daysBetween, dayLabel, fromNow, range, relativeDay } from "@/shared/lib/club-time";
import { directionsTo } from "@/shared/lib/directions";
import { useNow } from "@/shared/lib/use-now";
import { BandLines } from "@/shared/ui/court";
import { amountDue } from "./booking-words";
import { Due, StateTag } from "./state-tag";
import { placeOf } from "./place-of";

const HALF_MINUTE_MS = 30_000;

/** The next game, large. */
export function NextGame({ booking, club, several }: { booking: Booking; club: Club; several: boolean }) {
  const now = useNow(HALF_MINUTE_MS);
  const due = amountDue(booking);
  const day = daysBetween(club.today, booking.businessDay) > 1 ? "" : relativeDay(booking.businessDay, club.today);
  const running = Date.parse(booking.startsAt) <= now;
  return (
    <section className="card overflow-hidden" aria-label={t("games.next")}>
      <Link to={`/games/${booking.bookingId}`} className="block">
        <div className="relative overflow-hidden bg-court px-4 py-3.5 text-court-line">
          <BandLines />
          <div className="relative max-w-3/4">
            <p className="num text-small font-medium">{running ? t("games.now") : day ? t("games.when", { day, from: fromNow(booking.startsAt, now) }) : capital(fromNow(booking.startsAt, now))}</p>
            <p className="num py-0.5 text-figure">{range(booking.startsAt, booking.endsAt, club.timeZone)}</p>
            <p className="num text-small font-medium">{dayLabel(booking.businessDay)}, {placeOf(booking, club, several)}</p>
          </div>
        </div>
        <div className="flex min-h-14 items-center justify-between gap-3 px-4 py-2.5"><StateTag booking={booking} />{due && <Due amount={due} />}</div>
      </Link>
      {(club.location || club.phone) && (
        <div className="actions-row">
          {club.location && <a href={directionsTo(club.location)} target="_blank" rel="noreferrer"><Navigation size={20} aria-hidden />{t("club.directions")}</a>}
          {club.phone && <a href={`tel:${club.phone}`}><Phone size={20} aria-hidden />{t("club.callShort")}</a>}
        </div>
      )}
    </section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
