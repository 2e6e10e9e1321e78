import { expect, test } from "vitest";
import { cheapest, formatAmount, formatMoney, isZero } from "./money";

const rupees = (amountMinor: number) => ({ amountMinor, currency: "PKR" });

test("rupees are written Rs 9,000 with a space that does not break", () => {
  expect(formatMoney(rupees(900_000))).toBe("Rs\u00a09,000");
  expect(formatMoney(rupees(1_234_500_000))).toBe("Rs\u00a012,345,000");
});

test("decimals appear only when there are some", () => {
  expect(formatMoney(rupees(450_050))).toBe("Rs\u00a04,500.50");
  expect(formatAmount(rupees(450_000))).toBe("4,500");
});

test("another currency keeps its code, and what is owed back its sign", () => {
  expect(formatMoney({ amountMinor: -2_000, currency: "EUR" })).toBe("-EUR\u00a020");
});

test("the cheapest of some prices", () => {
  expect(cheapest([rupees(900), rupees(600), rupees(700)])).toEqual(rupees(600));
  expect(cheapest([])).toBeUndefined();
  expect(isZero(rupees(0))).toBe(true);
  expect(isZero(null)).toBe(true);
  expect(isZero(rupees(1))).toBe(false);
});
