import { expect, test } from "vitest";
import { at, club, DAY } from "@/test/samples";
import { cancellationWords } from "./terms";

const start = at("20:00");

test("far ahead: free until a day before, then half until six hours before", () => {
  expect(cancellationWords(club, start, Date.parse(at("12:00", "2030-11-20")))).toBe("Free to cancel until Mon 25 Nov 20:00, then half the price until Tue 26 Nov 14:00, then the full price.");
});

test("inside the free time a new booking has an hour of grace", () => {
  expect(cancellationWords(club, start, Date.parse(at("21:14", "2030-11-25")))).toBe("Free to cancel until today 22:14, then half the price until tomorrow 14:00, then the full price.");
  expect(cancellationWords(club, start, Date.parse(at("17:00", DAY)))).toBe("Free to cancel until today 18:00, then the full price.");
});

test("the grace ends with the start", () => {
  expect(cancellationWords(club, start, Date.parse(at("19:30", DAY)))).toBe("Free to cancel until the start.");
});
