import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Booking, Club } from "@/shared/api/types";
import { clock, dayLong, dayOfMonth, monthShort, weekdayShort } from "@/shared/lib/club-time";
import { amountDue, isOver } from "./booking-words";
import { Due, StateTag } from "./state-tag";
import { placeOf } from "./place-of";

/** Date block, time and length, place, and one state. */
export function GameRow({ booking, club, several }: { booking: Booking; club: Club; several: boolean }) {
  const lost = booking.status === "cancelled" || booking.status === "expired";
  const due = amountDue(booking);
  const time = clock(booking.startsAt, club.timeZone);
  return (
    <li>
      <Link to={`/games/${booking.bookingId}`} className="game-row">
        <span className="text-center">
          <span className="block text-micro text-ink-3" aria-hidden>{isOver(booking) ? monthShort(booking.businessDay) : weekdayShort(booking.businessDay)}</span>
          <span className={`num block text-time ${lost ? "text-ink-3" : "text-ink-1"}`} aria-hidden>{dayOfMonth(booking.businessDay)}</span>
          <span className="visually-hidden">{dayLong(booking.businessDay)}</span>
        </span>
        <span className="min-w-0">
          <span className={`num block text-label ${lost ? "text-ink-2 line-through" : "text-ink-1"}`}>{t("games.time", { time, minutes: booking.durationMinutes })}</span>
          <span className="block truncate text-small text-ink-2">{placeOf(booking, club, several)}</span>
        </span>
        {due ? <Due amount={due} /> : <StateTag booking={booking} />}
      </Link>
    </li>
  );
}
