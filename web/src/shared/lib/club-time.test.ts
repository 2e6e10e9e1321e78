import { expect, test } from "vitest";
import * as time from "./club-time";

const karachi = "Asia/Karachi";

test("the clock is the club's, not the machine's", () => {
  expect(new Date("2026-11-26T15:00:00Z").getHours()).not.toBe(20); // The tests run in New York on purpose.
  expect(time.clock("2026-11-26T15:00:00Z", karachi)).toBe("20:00");
  expect(time.range("2026-11-26T15:00:00Z", "2026-11-26T16:30:00Z", karachi)).toBe("20:00 to 21:30");
  expect(time.clock("2026-11-26T19:00:00Z", karachi)).toBe("00:00");
});

test("half an hour past midnight belongs to the day that opened", () => {
  const half = "2026-11-26T19:30:00Z";
  expect(time.minutesOfDay(half, "2026-11-26", karachi)).toBe(24 * 60 + 30);
  expect(time.isAfterMidnight(half, "2026-11-26", karachi)).toBe(true);
  expect(time.isAfterMidnight("2026-11-26T18:30:00Z", "2026-11-26", karachi)).toBe(false);
  expect(time.minutesToClock(1500)).toBe("01:00");
  expect(time.clockToMinutes("25:00")).toBe(1500);
});

test("days are counted over month and year ends and clock changes", () => {
  expect(time.addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(time.daysBetween("2026-03-07", "2026-03-09")).toBe(2);
  expect(time.minutesOfDay("2026-03-29T10:00:00Z", "2026-03-29", "Europe/Berlin")).toBe(720);
});

test("dates read Thu 26 Nov", () => {
  expect(time.dayLabel("2026-11-26")).toBe("Thu 26 Nov");
  expect(time.dayLong("2026-11-26")).toBe("Thursday 26 November");
  expect(time.dayOfMonth("2026-12-01")).toBe("1");
  expect(time.relativeDay("2026-11-27", "2026-11-26")).toBe("Tomorrow");
});

test("moments are told from now", () => {
  const now = Date.parse("2026-11-25T16:14:00Z"); // 21:14 at the club
  expect(time.moment("2026-11-25T17:14:00Z", now, karachi)).toBe("today 22:14");
  expect(time.moment("2026-11-26T09:00:00Z", now, karachi)).toBe("tomorrow 14:00");
  expect(time.moment("2026-11-30T09:00:00Z", now, karachi)).toBe("Mon 30 Nov 14:00");
  expect(time.fromNow("2026-11-26T15:00:00Z", now)).toBe("in 22 h 46 min");
  expect(time.fromNow("2026-11-30T15:00:00Z", now)).toBe("in 5 days");
  expect(time.fromNow("2026-11-25T16:00:00Z", now)).toBe("now");
});

test("countdowns never fall below nothing", () => {
  expect(time.countdown(552_000)).toBe("9:12");
  expect(time.countdown(-5)).toBe("0:00");
});

test("how far another time is", () => {
  expect(time.difference("2026-11-26T15:00:00Z", "2026-11-26T15:00:00Z")).toBe("same time");
  expect(time.difference("2026-11-26T15:00:00Z", "2026-11-26T15:30:00Z")).toBe("30 min later");
  expect(time.difference("2026-11-26T15:00:00Z", "2026-11-26T14:00:00Z")).toBe("1 hour earlier");
});
