import { useEffect, useMemo, useRef, useState } from "react";
import type { Board as BoardData, Claim } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { useNow } from "@/shared/lib/use-now";
import { t } from "../../i18n/en";
import type { Spot } from "./api";
import { ColumnHead } from "./column-head";
import { BoardColumn } from "./column";
import { daySpan, hourMarks, nowRow } from "./geometry";
import { columns, move, placeAt, type Direction } from "./places";

const NOW_EVERY_MS = 20_000;
/** Nearer than this, the now label would cover the hour's. */
const LABEL_ROWS = 0.7;
/** How much of what has passed stays in view. */
const ROWS_BEFORE_NOW = 4;
const DIRECTIONS: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" };

type Props = { board: BoardData; selectedKey: string | null; search: string; preview: Spot | null; onOpen: (claim: Claim) => void; onFree: (courtId: string, startsAt: string) => void };

/** Courts by times. One stop for the Tab key; arrows walk from place to place, Enter opens. */
export function Board({ board, selectedKey, search, preview, onOpen, onFree }: Props) {
  const now = useNow(NOW_EVERY_MS);
  const span = useMemo(() => daySpan(board), [board]);
  const all = useMemo(() => columns(board, span), [board, span]);
  const marks = useMemo(() => hourMarks(span, (instant) => clock(instant, board.timeZone)), [span, board.timeZone]);
  const atRow = nowRow(now, span);
  const root = useRef<HTMLDivElement>(null);
  const row = useRef(0);
  const [lastKey, setLastKey] = useState<string | null>(null);
  const exists = (key: string | null) => key !== null && all.some((column) => column.places.some((place) => place.key === key));
  // Where Tab enters: where one was, else the selection, else the first court now.
  const first = all[0] && placeAt(all[0], atRow ?? 0)?.key;
  const activeKey = exists(lastKey) ? lastKey : exists(selectedKey) ? selectedKey : first ?? null;

  // Where a day does not fit the screen, it opens at now, and what is chosen comes into view.
  const rowNow = atRow === null ? null : Math.floor(atRow);
  const opened = useRef(false);
  useEffect(() => {
    const board = root.current;
    if (opened.current || !board || rowNow === null) return;
    opened.current = true;
    board.scrollTop = (board.scrollHeight * Math.max(0, rowNow - ROWS_BEFORE_NOW)) / span.rows;
  }, [rowNow, span.rows]);
  useEffect(() => {
    if (selectedKey) root.current?.querySelector(`[data-key="${CSS.escape(selectedKey)}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selectedKey]);
  useEffect(() => {
    if (preview) root.current?.querySelector(".target")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [preview]);

  const walk = (event: React.KeyboardEvent) => {
    const forward = root.current && getComputedStyle(root.current).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const direction = event.key === forward ? "end" : event.key === back ? "start" : DIRECTIONS[event.key];
    if (!direction || !activeKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = move(all, activeKey, direction, row.current);
    if (!next) return;
    row.current = next.row;
    root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.place.key)}"]`)?.focus();
  };
  const remember = (event: React.FocusEvent) => {
    const key = (event.target as HTMLElement).dataset.key;
    if (!key) return;
    setLastKey(key);
    const place = all.flatMap((column) => column.places).find((each) => each.key === key);
    // Kept while walking sideways through a long game.
    if (place && !(place.from <= row.current && row.current < place.to)) row.current = place.from;
  };

  return (
    <div ref={(element) => { root.current = element; cssVars({ "--count": board.courts.length, "--day-rows": span.rows, "--hour-at": marks[0]?.row ?? 0 })(element); }} className="board" role="region" aria-label={t("board.label")}>
      <div className="board-heads">
        <div className="corner" />
        {board.courts.map((court) => <ColumnHead key={court.courtId} court={court} board={board} now={now} today={atRow !== null} />)}
      </div>
      {/* Arrows lead from button to button inside; the group itself is not a control. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="board-body" onKeyDown={walk} onFocus={remember}>
        <div className="times" aria-hidden>
          {marks.map((mark) => mark.row > 0 && (atRow === null || Math.abs(mark.row - atRow) > LABEL_ROWS) && <span key={mark.row} ref={cssVars({ "--from": mark.row })} className="num">{mark.label}</span>)}
          {atRow !== null && <span ref={cssVars({ "--from": atRow })} className="now-label num">{clock(now, board.timeZone)}</span>}
        </div>
        {atRow !== null && <span ref={cssVars({ "--from": atRow })} className="now-line" aria-hidden />}
        {board.courts.map((court, index) => all[index] && (
          <BoardColumn key={court.courtId} court={court} column={all[index]} span={span} timeZone={board.timeZone} now={now} nowRow={atRow} preview={preview?.courtId === court.courtId ? preview : null} activeKey={activeKey} selectedKey={selectedKey} search={search} onOpen={onOpen} onFree={onFree} />
        ))}
      </div>
    </div>
  );
}
