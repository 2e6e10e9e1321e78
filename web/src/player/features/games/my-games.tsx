import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import { useClubs } from "@/shared/api/clubs";
import type { Booking } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { Button, buttonClass } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty, Failure } from "@/shared/ui/states";
import { pastQuery, upcomingQuery } from "./api";
import { GameRow } from "./game-row";
import { NextGame } from "./next-game";

export function MyGames() {
  const clubs = useClubs();
  const upcoming = useQuery(upcomingQuery());
  const zone = clubs.query.data?.items[0]?.timeZone;
  const at = (instant: number) => (zone ? clock(instant, zone) : "");
  return (
    <QueryView query={clubs.query} failure={t("games.failed")} skeleton={<GamesBones />} at={at}>
      {() => (
        <QueryView query={upcoming} failure={t("games.failed")} skeleton={<GamesBones />} at={at}>
          {({ items }) => <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-10"><div className="flex flex-col gap-6"><Upcoming items={items} clubs={clubs} limit={clubs.query.data?.items[0]?.limits.activeBookings} /></div><Past clubs={clubs} /></div>}
        </QueryView>
      )}
    </QueryView>
  );
}

type Clubs = ReturnType<typeof useClubs>;

function Upcoming({ items, clubs, limit }: { items: Booking[]; clubs: Clubs; limit: number | undefined }) {
  const [next, ...later] = items;
  const club = next && clubs.find(next.clubId);
  if (!next || !club) {
    return <div className="card"><Empty title={t("games.none")} action={<Link to="/" className={buttonClass("quiet")}>{t("games.find")}</Link>}>{t("games.noneBody")}</Empty></div>;
  }
  return (
    <>
      <NextGame booking={next} club={club} several={clubs.several} />
      {later.length > 0 && (
        <section>
          <Heading title={t("games.comingUp")} note={limit ? t("games.ofLimit", { count: items.length, limit }) : undefined} />
          <Rows items={later} clubs={clubs} />
        </section>
      )}
    </>
  );
}

function Past({ clubs }: { clubs: Clubs }) {
  const past = useInfiniteQuery(pastQuery());
  if (past.isError && !past.data) return <Failure title={t("games.pastFailed")} error={past.error} retry={() => void past.refetch()} />;
  const items = past.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <Heading title={t("games.past")} />
      <Rows items={items} clubs={clubs} />
      {past.hasNextPage && <Button kind="line" full className="mt-3" busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>{t("games.more")}</Button>}
      {past.isFetchNextPageError && <p className="field-error mt-2" role="alert">{t("games.moreFailed")}</p>}
    </section>
  );
}

function Rows({ items, clubs }: { items: Booking[]; clubs: Clubs }) {
  return <ul className="card rows overflow-hidden">{items.map((booking) => { const club = clubs.find(booking.clubId); return club && <GameRow key={booking.bookingId} booking={booking} club={club} several={clubs.several} />; })}</ul>;
}

function Heading({ title, note }: { title: string; note?: string | undefined }) {
  return <div className="flex items-baseline justify-between pb-2.5"><h2 className="text-heading text-ink-1">{title}</h2>{note && <p className="num text-small text-ink-3">{note}</p>}</div>;
}

function GamesBones() {
  return <div className="flex flex-col gap-4"><Bone className="h-50" /><Bone className="h-17" /><Bone className="h-17" /></div>;
}
