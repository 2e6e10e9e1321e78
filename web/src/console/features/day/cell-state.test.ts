import { expect, test } from "vitest";
import { cellState, moneyState } from "./cell-state";
import { booking, claim } from "./test-board";

const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);
const game = (over = {}) => claim("2026-11-26T14:00:00Z", "2026-11-26T15:30:00Z", booking("Sara Malik", over));

test("a booking is booked, then on court from its very start, then played from its very end", () => {
  expect(cellState(game(), at("13:59"))).toBe("booked");
  expect(cellState(game(), at("14:00"))).toBe("on-court");
  expect(cellState(game(), at("15:29"))).toBe("on-court");
  expect(cellState(game(), at("15:30"))).toBe("played");
});

test("a no-show stays one, and a completed game is played whatever the clock says", () => {
  expect(cellState(game({ status: "no_show" }), at("16:00"))).toBe("no-show");
  expect(cellState(game({ status: "completed" }), at("14:30"))).toBe("played");
});

test("a hold, a block and an event look like what they are", () => {
  expect(cellState(game({ status: "held" }), at("13:00"))).toBe("held");
  const block = claim("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z", { kind: "maintenance", reason: "Glass" });
  expect(cellState(block, at("13:00"))).toBe("blocked");
  expect(cellState({ ...block, kind: "event" }, at("13:00"))).toBe("event");
});

test("money is paid, part paid, due, a fee, or free of charge", () => {
  const rupees = (amount: number) => ({ amountMinor: amount * 100, currency: "PKR" });
  expect(moneyState(booking("A", { amountPaid: rupees(6000), amountDue: rupees(0) })).kind).toBe("paid");
  expect(moneyState(booking("A", { amountPaid: rupees(3000), amountDue: rupees(3000) })).kind).toBe("part");
  expect(moneyState(booking("A")).kind).toBe("due");
  expect(moneyState(booking("A", { status: "no_show", feeDue: rupees(6000) })).kind).toBe("fee");
  expect(moneyState(booking("A", { price: rupees(0), amountDue: rupees(0) })).kind).toBe("free");
});
