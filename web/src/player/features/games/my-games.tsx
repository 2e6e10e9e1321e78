import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Booking, Club } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { Button, buttonClass } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty, Failure } from "@/shared/ui/states";
import { pastQuery, upcomingQuery } from "./api";
import { GameRow } from "./game-row";
import { NextGame } from "./next-game";
import { useClubs } from "./use-club-of";

export function MyGames() {
  const clubs = useClubs();
  const upcoming = useQuery(upcomingQuery());
  const zone = clubs.query.data?.items[0]?.timeZone;
  const at = (instant: number) => (zone ? clock(instant, zone) : "");
  return (
    <QueryView query={clubs.query} failure={t("games.failed")} skeleton={<GamesBones />} at={at}>
      {() => (
        <QueryView query={upcoming} failure={t("games.failed")} skeleton={<GamesBones />} at={at}>
          {({ items }) => <div className="flex flex-col gap-6"><Upcoming items={items} find={clubs.find} limit={clubs.query.data?.items[0]?.limits.activeBookings} /><Past find={clubs.find} /></div>}
        </QueryView>
      )}
    </QueryView>
  );
}

type Find = (clubId: string) => Club | undefined;

function Upcoming({ items, find, limit }: { items: Booking[]; find: Find; limit: number | undefined }) {
  const [next, ...later] = items;
  const club = next && find(next.clubId);
  if (!next || !club) {
    return <div className="card"><Empty title={t("games.none")} action={<Link to="/" className={buttonClass("quiet")}>{t("games.find")}</Link>}>{t("games.noneBody")}</Empty></div>;
  }
  return (
    <>
      <NextGame booking={next} club={club} />
      {later.length > 0 && (
        <section>
          <Heading title={t("games.comingUp")} note={limit ? t("games.ofLimit", { count: items.length, limit }) : undefined} />
          <Rows items={later} find={find} />
        </section>
      )}
    </>
  );
}

function Past({ find }: { find: Find }) {
  const past = useInfiniteQuery(pastQuery());
  if (past.isError && !past.data) return <Failure title={t("games.pastFailed")} error={past.error} retry={() => void past.refetch()} />;
  const items = past.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <Heading title={t("games.past")} />
      <Rows items={items} find={find} />
      {past.hasNextPage && <Button kind="line" full className="mt-3" busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>{t("games.more")}</Button>}
      {past.isFetchNextPageError && <p className="field-error mt-2" role="alert">{t("games.moreFailed")}</p>}
    </section>
  );
}

function Rows({ items, find }: { items: Booking[]; find: Find }) {
  return <ul className="card rows overflow-hidden">{items.map((booking) => { const club = find(booking.clubId); return club && <GameRow key={booking.bookingId} booking={booking} club={club} />; })}</ul>;
}

function Heading({ title, note }: { title: string; note?: string | undefined }) {
  return <div className="flex items-baseline justify-between pb-2.5"><h2 className="text-heading text-ink-1">{title}</h2>{note && <p className="num text-small text-ink-3">{note}</p>}</div>;
}

function GamesBones() {
  return <div className="flex flex-col gap-4"><Bone className="h-50" /><Bone className="h-17" /><Bone className="h-17" /></div>;
}
