import { useQuery } from "@tanstack/react-query";
import { Navigation, Phone, X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import { bookingQuery } from "@/shared/api/bookings";
import { useClubs } from "@/shared/api/clubs";
import { useMe } from "@/shared/api/me";
import type { Booking, Club } from "@/shared/api/types";
import { clock, dayLabel, fromNow, isAfterMidnight, weekdayLong } from "@/shared/lib/club-time";
import { directionsTo } from "@/shared/lib/directions";
import { useNow } from "@/shared/lib/use-now";
import { useSheetParam } from "@/shared/lib/use-sheet-param";
import { Button, buttonClass } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { canCancel } from "./booking-words";
import { CancelSheet } from "./cancel-sheet";
import { GameFacts } from "./game-facts";
import { PayHold } from "./pay-hold";
import { Seats } from "./seats";
import { StateTag } from "./state-tag";
import { VerifyHold } from "./verify-hold";

const HALF_MINUTE_MS = 30_000;

type Money = (booking: Booking) => ReactNode;

/** One booking: its state, its court, what is due, what cancelling costs. */
export function GamePage({ bookingId, fresh, money }: { bookingId: string; fresh: boolean; money: Money }) {
  const clubs = useClubs();
  const query = useQuery(bookingQuery(bookingId));
  const bones = <div className="flex flex-col gap-4"><Bone className="h-6 w-32" /><Bone className="h-9 w-60" /><Bone className="h-56" /><Bone className="h-40" /></div>;
  return (
    <>
      <div className="flex pb-1"><Link to="/games" className="icon-btn -ms-3" aria-label={t("game.back")}><X size={22} aria-hidden /></Link></div>
      <QueryView query={clubs.query} failure={t("game.failed")} skeleton={bones}>
        {() => (
          <QueryView query={query} failure={t("game.failed")} skeleton={bones} at={(instant) => clock(instant, clubs.find(query.data?.clubId ?? "")?.timeZone ?? "UTC")}>
            {(booking) => { const club = clubs.find(booking.clubId); return club && <Game booking={booking} club={club} fresh={fresh} money={money} />; }}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function Game({ booking, club, fresh, money }: { booking: Booking; club: Club; fresh: boolean; money: Money }) {
  const me = useMe();
  const now = useNow(HALF_MINUTE_MS);
  const cancelling = useSheetParam("cancel");
  const until = booking.nextAction?.until ?? booking.holdExpiresAt;
  const verify = booking.status === "held" && booking.nextAction?.kind === "verify_contact" && me && until;
  const pays = booking.status === "held" && (booking.nextAction?.kind === "pay" || booking.nextAction?.kind === "await_transfer");
  const held = Boolean(verify) || pays;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-x-10">
      <header className="lg:col-span-2">
        <StateTag booking={booking} big />
        <h1 className="num pt-2.5 text-display text-ink-1">{held ? t("hold.title", { court: booking.courtName }) : `${weekdayLong(booking.businessDay)}, ${clock(booking.startsAt, club.timeZone)}`}</h1>
        <p className="num pt-1 text-body text-ink-2">{`${dayLabel(booking.businessDay)}${held ? `, ${clock(booking.startsAt, club.timeZone)}` : ""}. ${whereAndWhen(booking, club, now)}`}</p>
        {isAfterMidnight(booking.startsAt, booking.businessDay, club.timeZone) && <p className="pt-1 text-small text-warn-text">{t("slot.afterMidnight", { day: weekdayLong(booking.businessDay) })}</p>}
      </header>
      <div className="flex flex-col gap-4">
        {pays && <PayHold booking={booking} />}
        {verify && <VerifyHold booking={booking} me={me} until={until} />}
        {booking.status === "expired" && <p className="text-body text-ink-2">{t("game.expired")} <Link className="link" to={`/clubs/${club.slug}?date=${booking.businessDay}`}>{t("game.findAnother")}</Link></p>}
        {!held && booking.status !== "expired" && booking.status !== "cancelled" && <Seats booking={booking} myId={me?.userId} fresh={fresh} />}
        <div className="grid grid-cols-2 gap-2">
          {club.location && <a className={buttonClass("line")} href={directionsTo(club.location)} target="_blank" rel="noreferrer"><Navigation size={19} aria-hidden />{t("club.directions")}</a>}
          {club.phone && <a className={buttonClass("line")} href={`tel:${club.phone}`}><Phone size={19} aria-hidden />{t("club.call")}</a>}
        </div>
      </div>
      <div className="flex flex-col gap-4">
        <GameFacts booking={booking} money={money(booking)} />
        {canCancel(booking, now) && <Button kind="danger" full onClick={() => cancelling.open("1")}>{t(booking.status === "held" ? "cancel.giveUp" : "cancel.open")}</Button>}
      </div>
      {cancelling.value && canCancel(booking, now) && <CancelSheet booking={booking} club={club} onClose={cancelling.close} />}
    </div>
  );
}

function whereAndWhen(booking: Booking, club: Club, now: number): string {
  const line = t("game.line", { court: booking.courtName, minutes: booking.durationMinutes, end: clock(booking.endsAt, club.timeZone) });
  const starts = Date.parse(booking.startsAt);
  const soon = (booking.status === "confirmed" || booking.status === "held") && starts > now ? ` ${capital(fromNow(booking.startsAt, now))}.` : "";
  return line + soon;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
