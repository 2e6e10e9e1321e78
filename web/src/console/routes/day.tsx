import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { Navigate, useParams } from "react-router";
import type { Board as BoardData, Claim } from "@/shared/api/types";
import { addDays, clock, dayLabel } from "@/shared/lib/club-time";
import { Empty } from "@/shared/ui/states";
import { Button } from "@/shared/ui/button";
import { OfflineBanner } from "@/shared/ui/offline-banner";
import { QueryView } from "@/shared/ui/query-view";
import { runsClub, useClub } from "../lib/club";
import { useShortcuts } from "../lib/shortcuts";
import { Board } from "../features/day/board";
import { BoardSkeleton } from "../features/day/board-skeleton";
import { useDayState, type DayState, type Panel as PanelState } from "../features/day/day-state";
import { Figures } from "../features/day/figures";
import { HelpSheet } from "../features/day/help-sheet";
import { Legend } from "../features/day/legend";
import { Panel } from "../features/day/panel/panel";
import { PreviewContext } from "../features/day/preview";
import type { Spot } from "../features/day/api";
import { PrintList } from "../features/day/print-list";
import { TopBar } from "../features/day/top-bar";
import { useBoard } from "../features/day/use-board";
import { parkedQuery } from "../features/parked/api";
import { NavMenu } from "../ui/nav-menu";
import { usePageTitle } from "../ui/page";
import { t } from "../i18n/en";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function DayRoute() {
  const { club } = useClub();
  const { date = "" } = useParams();
  return DATE.test(date) && !Number.isNaN(Date.parse(date)) ? <Day date={date} /> : <Navigate to={`/console/${club.slug}/day/${club.today}`} replace />;
}

function Day({ date }: { date: string }) {
  const { club, role } = useClub();
  const state = useDayState(club.slug);
  const { query, live } = useBoard(club.clubId, date);
  const parked = useQuery({ ...parkedQuery(club.clubId), enabled: runsClub(role) });
  const [help, setHelp] = useState(false);
  const [preview, setPreview] = useState<Spot | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const kept = useKept(query.data);
  const time = (instant: number) => clock(instant, club.timeZone);
  usePageTitle(dayLabel(date));
  useDayKeys(state, date, club.today, searchRef, () => setHelp(true));
  const waiting = parked.data?.items.length ?? 0;

  return (
    <main className="day-page" data-panel={state.panel.kind === "day" ? "idle" : "open"}>
      <TopBar
        date={date} today={club.today} menu={<NavMenu />} search={state.search} searchRef={searchRef} figures={query.data && <Figures board={query.data} />}
        sortOut={waiting > 0 ? { to: `/console/${club.slug}/sort-out`, count: waiting } : null}
        onDay={state.go} onStep={(days) => state.go(addDays(date, days))} onSearch={state.setSearch} onBlock={() => state.open({ kind: "close" })} onNew={() => state.open({ kind: "new" })} onHelp={() => setHelp(true)}
      />
      <div className="day-banner"><OfflineBanner shownFrom={query.dataUpdatedAt ? time(query.dataUpdatedAt) : undefined} /></div>
      <section className="day-main">
        <QueryView key={date} query={query} failure={t("board.failed")} skeleton={<BoardSkeleton />} at={time}>
          {(board) => <BoardOrEmpty board={board} state={state} preview={preview} manager={runsClub(role)} />}
        </QueryView>
        <Legend live={live} age={query.dataUpdatedAt ? time(query.dataUpdatedAt) : null} />
      </section>
      <aside className="panel" aria-label={t("panel.label")}>{kept && <PreviewContext value={setPreview}><Panel club={club} board={kept} date={date} state={state} /></PreviewContext>}</aside>
      {query.data && <PrintList board={query.data} club={club} />}
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </main>
  );
}

function BoardOrEmpty({ board, state, preview, manager }: { board: BoardData; state: DayState; preview: Spot | null; manager: boolean }) {
  const { panel, open } = state;
  const selectedKey = useMemo(() => selectedIn(board, panel), [board, panel]);
  const actions = useMemo(() => ({
    openClaim: (claim: Claim) => {
      if (claim.booking) open({ kind: "booking", id: claim.booking.bookingId });
      else if (claim.block) open({ kind: "block", id: claim.block.blockId });
    },
    openFree: (court: string, at: string) => open({ kind: panel.kind === "close" ? "close" : "new", court, at }),
  }), [open, panel.kind]);
  if (board.courts.length === 0) return <Empty title={t("board.noCourts.title")}>{t(manager ? "board.noCourts.body" : "board.noCourts.ask")}</Empty>;
  if (Date.parse(board.closesAt) <= Date.parse(board.opensAt)) return <Empty title={t("board.closed.title")} action={<Button kind="quiet" onClick={() => state.go(addDays(board.date, 1))}>{t("bar.next")}</Button>}>{t("board.closed.body")}</Empty>;
  return <Board board={board} selectedKey={selectedKey} search={state.search} preview={preview} onOpen={actions.openClaim} onFree={actions.openFree} />;
}

function selectedIn(board: BoardData, panel: PanelState): string | null {
  if (!("id" in panel)) return null;
  const claims = board.courts.flatMap((court) => court.claims);
  return claims.find((claim) => (panel.kind === "block" ? claim.block?.blockId : claim.booking?.bookingId) === panel.id)?.occupancyId ?? null;
}

/** While another day loads, a form keeps the day it had, and what was typed into it. */
function useKept(board: BoardData | undefined): BoardData | undefined {
  const [kept, setKept] = useState(board);
  if (board && board !== kept) setKept(board);
  return board ?? kept;
}

function useDayKeys(state: DayState, date: string, today: string, search: React.RefObject<HTMLInputElement | null>, help: () => void): void {
  const step = (days: number) => (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest(".board, .panel")) state.go(addDays(date, days));
  };
  const rtl = () => document.documentElement.dir === "rtl";
  useShortcuts({
    t: () => state.go(today),
    ArrowLeft: (event) => step(rtl() ? 1 : -1)(event),
    ArrowRight: (event) => step(rtl() ? -1 : 1)(event),
    ArrowDown: (event) => {
      if (event.target !== document.body) return;
      event.preventDefault();
      document.querySelector<HTMLElement>(".board [data-key][tabindex='0']")?.focus();
    },
    n: (event) => { event.preventDefault(); state.open({ kind: "new" }); },
    b: (event) => { event.preventDefault(); state.open({ kind: "close" }); },
    "/": (event) => { event.preventDefault(); search.current?.focus(); },
    "?": help,
    Escape: () => { if (state.panel.kind !== "day") state.close(); },
  });
}
