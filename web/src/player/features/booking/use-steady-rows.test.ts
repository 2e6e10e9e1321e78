import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { day } from "@/test/samples";
import { toRows } from "./slot-grid";
import { useSteadyRows } from "./use-steady-rows";

const rowsOf = (free: Record<number, string[]>) => toRows(day(free), 90);

test("a taken court is struck in its place and an emptied row stays", () => {
  const { result, rerender } = renderHook(({ view, rows }) => useSteadyRows(view, rows), { initialProps: { view: "a", rows: rowsOf({ 1: ["20:00", "21:00"], 2: ["20:00"] }) } });
  expect(result.current).toHaveLength(2);
  rerender({ view: "a", rows: rowsOf({ 2: ["20:00"] }) });
  expect(result.current.map((row) => [[...row.cells.keys()], [...row.gone.keys()]])).toEqual([[["court-2"], ["court-1"]], [[], ["court-1"]]]);
  rerender({ view: "a", rows: rowsOf({ 1: ["21:00"], 2: ["20:00"] }) });
  expect([...(result.current[1]?.cells.keys() ?? [])]).toEqual(["court-1"]);
  rerender({ view: "b", rows: rowsOf({ 2: ["20:00"] }) });
  expect(result.current).toHaveLength(1);
});
