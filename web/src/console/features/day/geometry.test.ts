import { expect, test } from "vitest";
import { clock } from "@/shared/lib/club-time";
import { daySpan, hourMarks, instantOf, nowRow, rowOf } from "./geometry";
import { board, booking, claim } from "./test-board";

const ZONE = "Asia/Karachi";

test("a day from 07:00 to 01:00 has 36 rows, and midnight is just another row", () => {
  const span = daySpan(board());
  expect(span.rows).toBe(36);
  expect(rowOf("2026-11-26T02:00:00Z", span)).toBe(0);
  expect(rowOf("2026-11-26T19:00:00Z", span)).toBe(34);
  expect(hourMarks(span, (instant) => clock(instant, ZONE)).map((mark) => mark.label).slice(-2)).toEqual(["23:00", "00:00"]);
});

test("a game across midnight keeps its length", () => {
  const span = daySpan(board());
  expect(rowOf("2026-11-26T18:30:00Z", span)).toBe(33);
  expect(rowOf("2026-11-26T20:00:00Z", span) - rowOf("2026-11-26T18:30:00Z", span)).toBe(3);
});

test("a claim outside today's hours widens the board instead of being cut off", () => {
  const early = claim("2026-11-26T01:15:00Z", "2026-11-26T02:15:00Z", booking("Early"));
  const span = daySpan(board([[early]]));
  expect(instantOf(0, span)).toBe("2026-11-26T01:00:00.000Z");
  expect(span.rows).toBe(38);
});

test("rows count elapsed time when the clocks change", () => {
  // New York, 1 November 2026: 01:00 comes twice.
  const night = { ...board(), timeZone: "America/New_York", opensAt: "2026-11-01T03:00:00Z", closesAt: "2026-11-01T08:00:00Z" };
  const span = daySpan(night);
  expect(span.rows).toBe(10);
  expect(hourMarks(span, (instant) => clock(instant, "America/New_York")).map((mark) => mark.label)).toEqual(["23:00", "00:00", "01:00", "01:00", "02:00"]);
});

test("the now line is on today's board only", () => {
  const span = daySpan(board());
  expect(nowRow(Date.parse("2026-11-26T14:12:00Z"), span)).toBeCloseTo(24.4);
  expect(nowRow(Date.parse("2026-11-25T14:12:00Z"), span)).toBeNull();
  expect(nowRow(Date.parse("2026-11-26T20:01:00Z"), span)).toBeNull();
});
