import { expect, test } from "vitest";
import { courtNow, gamesOn, nextArrivals, total, unpaid } from "./summary";
import { board, booking, claim } from "./test-board";

const rupees = (amount: number) => ({ amountMinor: amount * 100, currency: "PKR" });
const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);
const on = claim("2026-11-26T14:00:00Z", "2026-11-26T15:30:00Z", booking("On"));
const next = claim("2026-11-26T16:00:00Z", "2026-11-26T17:00:00Z", booking("Next", { amountPaid: rupees(6000), amountDue: rupees(0) }));
const held = claim("2026-11-26T17:00:00Z", "2026-11-26T18:00:00Z", booking("In the app", { status: "held" }));
const OPENS = "2026-11-26T02:00:00Z";
const CLOSES = "2026-11-26T20:00:00Z";

test("a court is on until its game ends, then free until the next one", () => {
  expect(courtNow([on, next], at("14:45"), OPENS, CLOSES)).toEqual({ kind: "on", until: on.endsAt, share: 0.5 });
  expect(courtNow([on, next], at("15:30"), OPENS, CLOSES)).toMatchObject({ kind: "free", until: next.startsAt });
  expect(courtNow([on], at("15:31"), OPENS, CLOSES)).toMatchObject({ kind: "free", until: CLOSES });
});

test("before opening and after closing the club is closed, also past midnight", () => {
  expect(courtNow([], at("01:59"), OPENS, CLOSES).kind).toBe("closed");
  expect(courtNow([], at("19:59"), OPENS, CLOSES).kind).toBe("free");
  expect(courtNow([], at("20:00"), OPENS, CLOSES).kind).toBe("closed");
});

test("the day's figures: on court, who arrives next, what is unpaid; a hold is not sold yet", () => {
  const day = board([[on, next], [held]]);
  expect(gamesOn(day, at("14:10"))).toBe(1);
  expect(nextArrivals(day, at("14:10"))).toEqual({ startsAt: next.startsAt, count: 1 });
  expect(unpaid(day).map(({ booking: { name } }) => name)).toEqual(["On"]);
  expect(total(unpaid(day))).toEqual(rupees(6000));
});
