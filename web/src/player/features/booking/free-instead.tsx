import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Booking, Club } from "@/shared/api/types";
import { clock, difference } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { buttonClass } from "@/shared/ui/button";
import { availabilityQuery } from "./api";
import { writeChosen } from "./chosen";
import { nearest, toRows } from "./slot-grid";

/** What is free in place of a court that is gone; each leads to its own sheet. */
export function FreeInstead({ booking, club }: { booking: Booking; club: Club }) {
  const day = useQuery(availabilityQuery(club.clubId, booking.businessDay)).data;
  const free = day ? nearest(toRows(day, booking.durationMinutes), booking.startsAt) : [];
  if (free.length === 0) return null;
  return (
    <section aria-labelledby="instead">
      <h2 id="instead" className="pb-2 text-body text-ink-2">{t("lost.freeNow")}</h2>
      <ul className="flex flex-col gap-2">
        {free.map((slot, index) => (
          <li key={slot.courtId + slot.startsAt} className="alternative">
            <div className="w-22 flex-none"><p className="num text-time text-ink-1">{clock(slot.startsAt, club.timeZone)}</p><p className="num text-micro text-ink-3">{difference(booking.startsAt, slot.startsAt)}</p></div>
            <div className="min-w-0 grow"><p className="text-label text-ink-1">{slot.courtName}</p><p className="num text-small text-ink-2">{t("length.price", { minutes: slot.durationMinutes, price: formatMoney(slot.price) })}</p></div>
            <Link
              className={buttonClass(index === 0 ? "primary" : "quiet")} aria-label={t("lost.takeLong", { court: slot.courtName, time: clock(slot.startsAt, club.timeZone) })}
              to={`/clubs/${club.slug}?${new URLSearchParams({ date: booking.businessDay, length: String(slot.durationMinutes), slot: writeChosen(slot) })}`}
            >
              {t("lost.take")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
