import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useRef } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { dayKey, summaryKey, summaryQuery } from "@/player/features/booking/api";
import { readChosen, writeChosen } from "@/player/features/booking/chosen";
import { ClubFacts } from "@/player/features/booking/club-facts";
import { ClubHeader } from "@/player/features/booking/club-header";
import { bookableDays, DayStrip } from "@/player/features/booking/day-strip";
import { Filters } from "@/player/features/booking/filters";
import { SlotBoard } from "@/player/features/booking/slot-board";
import { useClubView } from "@/player/features/booking/use-club-view";
import { t } from "@/player/i18n/en";
import { bookingQuery, myGamesKey } from "@/shared/api/bookings";
import { clubQuery, clubsQuery } from "@/shared/api/clubs";
import { hasCode } from "@/shared/api/errors";
import { useDayChanged, type DayChanged } from "@/shared/api/live";
import type { Booking, Club as ClubData } from "@/shared/api/types";
import { useSheetParam } from "@/shared/lib/use-sheet-param";
import { useTitle } from "@/shared/lib/use-title";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { NotFound } from "./not-found";

const SlotSheet = lazy(() => import("@/player/features/booking/slot-sheet").then((module) => ({ default: module.SlotSheet })));

export function Club() {
  const { slug = "" } = useParams();
  const query = useQuery(clubQuery(slug));
  useTitle(query.data && t("club.title", { club: query.data.name }));
  if (query.isError && (hasCode(query.error, "club.not_found") || ("status" in query.error && query.error.status === 404))) return <NotFound />;
  return <QueryView query={query} failure={t("club.failed")} skeleton={<Bone className="h-50 rounded-none" />}>{(club) => <ClubPage club={club} />}</QueryView>;
}

function ClubPage({ club }: { club: ClubData }) {
  const several = useQuery({ ...clubsQuery(), refetchOnMount: false }).data?.items.length;
  const summary = useQuery(summaryQuery(club.clubId, club.today, bookableDays(club).length)).data?.days;
  const view = useClubView(club, summary);
  const slot = useSheetParam("slot");
  useLiveDays(club.clubId);
  return (
    <>
      <ClubHeader club={club} severalClubs={(several ?? 1) > 1} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grid-cols-[minmax(0,1fr)_20rem] items-start gap-x-8 outline-none md:px-6 lg:grid xl:px-0">
        <div className="pt-3 md:pt-6 lg:col-span-2"><DayStrip club={club} selected={view.date} summary={summary} onSelect={view.setDate} /></div>
        <section className="pb-6" aria-label={t("slots.label")}>
          <Filters durations={club.slots.durations} length={view.length} after={view.after} onLength={view.setLength} onAfter={view.setAfter} />
          <SlotBoard
            club={club} date={view.date} length={view.length} after={view.after} summary={summary} onDate={view.setDate} onLength={view.setLength}
            onPick={(courtId, startsAt) => slot.open(writeChosen({ courtId, startsAt, durationMinutes: view.length }))}
          />
        </section>
        <div className="px-4 pb-6 md:px-0 lg:sticky lg:top-20 lg:pt-4"><ClubFacts club={club} /></div>
      </main>
      <ChosenSheet club={club} date={view.date} slot={slot} />
    </>
  );
}

function ChosenSheet({ club, date, slot }: { club: ClubData; date: string; slot: ReturnType<typeof useSheetParam> }) {
  const navigate = useNavigate();
  const location = useLocation();
  const client = useQueryClient();
  const wished = useRef(location.state as { bookNow?: boolean } | null);
  const chosen = readChosen(slot.value);
  const close = () => slot.close();
  if (!chosen) return null;

  // Said by the sign-in page, and good for once: neither a reload nor the next slot may book by itself.
  const takeWish = () => {
    const wish = wished.current?.bookNow === true;
    wished.current = null;
    if (wish) window.history.replaceState({ ...window.history.state, usr: null }, "");
    return wish;
  };
  const booked = (booking: Booking) => {
    client.setQueryData(bookingQuery(booking.bookingId).queryKey, booking);
    void client.invalidateQueries({ queryKey: myGamesKey });
    const pays = booking.nextAction?.kind === "pay" || booking.nextAction?.kind === "await_transfer";
    void navigate(`/games/${booking.bookingId}${pays ? "/pay" : ""}`, { replace: true, state: pays ? { pay: true } : { fresh: true } });
  };
  const signIn = () => void navigate(`/sign-in?${new URLSearchParams({ next: `${location.pathname}?${withDate(location.search, date)}` })}`);
  return (
    <Suspense fallback={null}>
      <SlotSheet
        key={`${chosen.courtId} ${chosen.startsAt}`} club={club} date={date} chosen={chosen} takeWish={takeWish}
        onChoose={(next) => slot.open(writeChosen(next))} onSignIn={signIn} onBooked={booked} onClose={close}
      />
    </Suspense>
  );
}

function withDate(search: string, date: string): string {
  const params = new URLSearchParams(search);
  params.set("date", date);
  return params.toString();
}

/** A hint that a day has changed: ask again for that day. */
function useLiveDays(clubId: string): void {
  const client = useQueryClient();
  useDayChanged(clubId, useCallback((change: DayChanged | null) => {
    void client.invalidateQueries({ queryKey: change ? dayKey(clubId, change.date) : dayKey(clubId, "").slice(0, 2) });
    if (change) void client.invalidateQueries({ queryKey: summaryKey(clubId), refetchType: "none" });
  }, [client, clubId]));
}
