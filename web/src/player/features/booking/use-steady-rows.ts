import { useState } from "react";
import type { Cell, Row } from "./slot-grid";

export type SteadyRow = Row & { gone: ReadonlyMap<string, Cell> };

/**
 * What has just gone keeps its place: nothing jumps under a finger. A lost cell is struck and fades, an emptied row stays,
 * until another day or length is looked at (`view` changes).
 */
export function useSteadyRows(view: string, rows: readonly Row[]): SteadyRow[] {
  const [seen, setSeen] = useState<{ view: string; rows: readonly Row[]; gone: readonly Row[] }>({ view, rows, gone: [] });
  let gone = seen.gone;
  if (seen.view !== view) {
    gone = [];
    setSeen({ view, rows, gone });
  } else if (seen.rows !== rows) {
    gone = remember(seen.rows, seen.gone, rows);
    setSeen({ view, rows, gone });
  }
  return merge(rows, gone);
}

function remember(before: readonly Row[], gone: readonly Row[], now: readonly Row[]): Row[] {
  const free = new Map(now.map((row) => [row.startsAt, row]));
  const lost = new Map<string, Row>();
  for (const row of [...gone, ...before]) {
    if (Date.parse(row.startsAt) <= Date.now()) continue; // A start that has passed simply leaves.
    const cells = new Map(lost.get(row.startsAt)?.cells);
    for (const [courtId, cell] of row.cells) if (!free.get(row.startsAt)?.cells.has(courtId)) cells.set(courtId, cell);
    if (cells.size > 0) lost.set(row.startsAt, { ...row, cells });
  }
  return [...lost.values()];
}

function merge(rows: readonly Row[], gone: readonly Row[]): SteadyRow[] {
  const lost = new Map(gone.map((row) => [row.startsAt, row]));
  const merged: SteadyRow[] = rows.map((row) => ({ ...row, gone: lost.get(row.startsAt)?.cells ?? new Map() }));
  const shown = new Set(rows.map((row) => row.startsAt));
  for (const row of gone) if (!shown.has(row.startsAt)) merged.push({ ...row, cells: new Map(), gone: row.cells });
  return merged.sort((one, other) => one.minutes - other.minutes);
}
