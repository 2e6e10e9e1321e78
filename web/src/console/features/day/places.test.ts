import { expect, test } from "vitest";
import { daySpan } from "./geometry";
import { claimsAt, columns, freeMinutes, freeKey, move, placeAt } from "./places";
import { board, booking, claim } from "./test-board";

const morning = claim("2026-11-26T03:00:00Z", "2026-11-26T04:30:00Z", booking("Morning")); // 08:00-09:30, rows 2-5
const night = claim("2026-11-26T18:30:00Z", "2026-11-26T20:00:00Z", booking("Night")); // 23:30-01:00, rows 33-36
const day = board([[morning, night], []]);
const span = daySpan(day);
const all = columns(day, span);

test("a court's places are its claims and the free half hours between, in time order", () => {
  const first = all[0]?.places ?? [];
  expect(first.slice(0, 4).map((place) => place.key)).toEqual([freeKey("court-1", 0), freeKey("court-1", 1), morning.occupancyId, freeKey("court-1", 5)]);
  expect(first.at(-1)?.key).toBe(night.occupancyId);
  expect(all[1]?.places).toHaveLength(36);
});

test("down walks from free to claim to free, and stops at the end of the day", () => {
  expect(move(all, freeKey("court-1", 1), "down", 1)?.place.key).toBe(morning.occupancyId);
  expect(move(all, morning.occupancyId, "down", 2)?.place.key).toBe(freeKey("court-1", 5));
  expect(move(all, night.occupancyId, "down", 33)).toBeNull();
  expect(move(all, freeKey("court-1", 0), "up", 0)).toBeNull();
});

test("sideways keeps the time one was looking at, also through a long game", () => {
  const there = move(all, freeKey("court-2", 4), "start", 4);
  expect(there?.place.key).toBe(morning.occupancyId);
  expect(move(all, morning.occupancyId, "end", there?.row ?? 0)?.place.key).toBe(freeKey("court-2", 4));
  expect(move(all, freeKey("court-2", 4), "end", 4)).toBeNull();
});

test("home and end go to the first and last place of the court", () => {
  expect(move(all, morning.occupancyId, "first", 2)?.place.key).toBe(freeKey("court-1", 0));
  expect(move(all, morning.occupancyId, "last", 2)?.place.key).toBe(night.occupancyId);
});

test("a half hour that a claim cuts short offers only its free part", () => {
  const odd = board([[claim("2026-11-26T02:45:00Z", "2026-11-26T04:00:00Z", booking("Odd"))]]);
  expect(placeAt(columns(odd, daySpan(odd))[0]!, 1)).toMatchObject({ from: 1, to: 1.5 });
});

test("how long a game could be ends at the next claim, or at closing time", () => {
  expect(freeMinutes(day, "court-1", "2026-11-26T17:00:00Z")).toBe(90);
  expect(freeMinutes(day, "court-2", "2026-11-26T18:30:00Z")).toBe(90);
  expect(freeMinutes(day, "court-1", "2026-11-26T19:00:00Z")).toBe(0);
  expect(freeMinutes(day, "court-1", "2026-11-26T19:00:00Z", night.occupancyId)).toBe(60);
});

test("who is there counts only claims that overlap, not neighbours", () => {
  expect(claimsAt(day, "court-1", "2026-11-26T04:30:00Z", "2026-11-26T05:30:00Z")).toEqual([]);
  expect(claimsAt(day, "court-1", "2026-11-26T04:00:00Z", "2026-11-26T05:30:00Z")).toEqual([morning]);
});
