import { expect, test } from "vitest";
import { addsUp, filterRows, refusedTotal, toCsv } from "./report";

const rows = [
  { file: "bookings", line: 12, reason: "overlap", detail: 'Court 1, "late"' },
  { file: "bookings", line: 13, reason: "bad_date", detail: "=cmd()" },
  { file: "members", line: 4, reason: "no_phone", detail: null },
];

test("rows are found by file and by reason", () => {
  expect(filterRows(rows, { file: "bookings", reason: "" })).toHaveLength(2);
  expect(filterRows(rows, { file: "bookings", reason: "overlap" }).map((row) => row.line)).toEqual([12]);
  expect(filterRows(rows, { file: "", reason: "" })).toHaveLength(3);
});

test("a report adds up or says that it does not", () => {
  const part = { rows: 3217, taken: 3142, duplicate: 10, blank: 10, refused: { overlap: 22, unknown_court: 12, bad_date: 9, outside_hours: 6, bad_duration: 6 } };
  expect(refusedTotal(part)).toBe(55);
  expect(addsUp(part)).toBe(true);
  expect(addsUp({ ...part, taken: 3141 })).toBe(false);
});

test("a saved table keeps commas and quotes, and makes no formulas", () => {
  expect(toCsv(rows)).toBe('file,line,reason,detail\r\nbookings,12,overlap,"Court 1, ""late"""\r\nbookings,13,bad_date,\'=cmd()\r\nmembers,4,no_phone,');
});
