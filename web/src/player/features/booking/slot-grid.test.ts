import { expect, test } from "vitest";
import { at, club, day, rupees } from "@/test/samples";
import { courtSign, groupCourts, nearest, optionsAt, toRows } from "./slot-grid";

test("one row a start, in the order of the night past midnight", () => {
  const rows = toRows(day({ 1: ["23:30", "24:00", "07:00"], 4: ["23:30"] }), 60);
  expect(rows.map((row) => row.minutes)).toEqual([420, 1410, 1440]);
  expect([...(rows[1]?.cells.keys() ?? [])]).toEqual(["court-1", "court-4"]);
});

test("a length that is free nowhere makes no row", () => {
  expect(toRows(day({ 1: ["20:00"] }, [60]), 90)).toEqual([]);
});

test("the row says the lowest price, and whether all courts cost the same", () => {
  const both = day({ 1: ["20:00"], 2: ["20:00"] });
  const dearer = both.courts[1]?.slots[0]?.options[1];
  if (dearer) dearer.price = rupees(12_000);
  const [row] = toRows(both, 90);
  expect(row?.price).toEqual(rupees(9_000));
  expect(row?.samePrice).toBe(false);
});

test("courts of one kind stand together", () => {
  expect(groupCourts(club.courts).map((group) => [group.indoor, group.courts.length])).toEqual([[false, 4], [true, 2]]);
  expect(courtSign("Court 12")).toBe("12");
  expect(courtSign("Centre")).toBe("Ce");
});

test("the nearest places: the same time on another court first", () => {
  const rows = toRows(day({ 3: ["20:00"], 4: ["20:30", "22:00"], 5: ["19:00"] }), 90);
  expect(nearest(rows, at("20:00")).map((each) => [each.courtName, each.startsAt])).toEqual([["Court 3", at("20:00")], ["Court 4", at("20:30")], ["Court 5", at("19:00")]]);
});

test("a start is found however its instant is written", () => {
  expect(optionsAt(day({ 1: ["20:00"] }), "court-1", at("20:00").replace("Z", ".000Z"))).toHaveLength(3);
});
