import { expect, test } from "vitest";
import { booking, rupees } from "@/test/samples";
import { approve, checkout, failed, held, paid, payment, transfer } from "@/test/money-samples";
import { amountNow } from "./amount-now";
import { stageOf } from "./stage";

const expired = { ...booking, status: "expired" as const };
const kind = (...args: Parameters<typeof stageOf>) => stageOf(...args).kind;

test("a held court is paid for; a failed attempt comes along as the reason", () => {
  expect(stageOf(held(), checkout, undefined, false)).toEqual({ kind: "choose", failed: undefined });
  expect(stageOf(held(), checkout, failed, false)).toEqual({ kind: "choose", failed });
});

test("a contact that is not proven yet comes before the money", () => {
  expect(kind(held({ nextAction: { kind: "verify_contact" } }), checkout, undefined, false)).toBe("verify");
});

test("a live attempt is gone on with, unless another way is asked for", () => {
  expect(kind(held(), checkout, approve, false)).toBe("act");
  expect(kind(held(), checkout, payment, false)).toBe("asking");
  expect(kind(held(), checkout, approve, true)).toBe("choose");
});

test("money that came leads to the game when it became one, and says where it is when it did not", () => {
  expect(kind(held(), checkout, paid, false)).toBe("landing");
  expect(kind({ ...booking, amountDue: rupees(0) }, { ...checkout, status: "confirmed", due: rupees(0) }, paid, false)).toBe("done");
  expect(kind(expired, checkout, { ...paid, settledAs: "wallet" }, false)).toBe("safe");
  expect(kind(expired, checkout, { ...paid, settledAs: "refund" }, false)).toBe("refunded");
  expect(kind(expired, checkout, { ...paid, settledAs: null }, false)).toBe("landing");
});

test("after the hold: still asking while nobody knows, lapsed when nothing was taken", () => {
  expect(kind(expired, checkout, payment, false)).toBe("asking");
  expect(kind(expired, checkout, failed, false)).toBe("lapsed");
  expect(stageOf(expired, checkout, transfer, false)).toEqual({ kind: "lapsed", awaited: true });
});

test("the rest of a game that stands is paid here too", () => {
  expect(kind(booking, { ...checkout, status: "confirmed" }, undefined, false)).toBe("choose");
  expect(kind({ ...booking, amountDue: rupees(0) }, { ...checkout, status: "confirmed", due: rupees(0) }, undefined, false)).toBe("done");
  expect(kind({ ...booking, status: "cancelled" }, checkout, undefined, false)).toBe("cancelled");
});

test("a deposit is told with what stays for the club", () => {
  expect(amountNow({ ...checkout, payNow: rupees(2700) })).toEqual({ now: rupees(2700), rest: rupees(6300) });
  expect(amountNow(checkout)).toEqual({ now: rupees(9000), rest: undefined });
});
