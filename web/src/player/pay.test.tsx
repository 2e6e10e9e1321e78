import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { signedOut } from "@/shared/api/session";
import type { Payment } from "@/shared/api/money-types";
import type { Booking } from "@/shared/api/types";
import { approve, checkout, failed, held, paid, payment, transfer } from "@/test/money-samples";
import { asPlayer, renderApp } from "@/test/render-app";
import { at, booking, club, day, me, rupees } from "@/test/samples";
import { serve, type Call } from "@/test/server";

beforeEach(() => { signedOut(); asPlayer(); });

const money = (text: string) => new RegExp(text.replaceAll("Rs ", "Rs\\s"));
const confirmed: Booking = { ...booking, payWith: "jazzcash", paymentStatus: "paid", amountPaid: rupees(9000), amountDue: rupees(0) };

/** A booking that is paid for: what the service knows moves as the test says. */
function payPage(options: { booking?: Booking; newest?: Payment; more?: Record<string, (call: Call) => { status?: number; body?: unknown }> } = {}) {
  const world = { booking: options.booking ?? held(), payment: options.newest };
  const service = serve({
    "GET /clubs": () => ({ body: { items: [club] } }), "GET /me": () => ({ body: me }), "GET /me/receipts": () => ({ body: { items: [] } }), "GET /me/wallets": () => ({ body: { items: [] } }),
    "GET /bookings/booking-1": () => ({ body: world.booking }),
    "GET /bookings/booking-1/checkout": () => ({ body: { ...checkout, status: world.booking.status, due: world.booking.amountDue, payment: world.payment } }),
    "GET /payments/payment-1": () => ({ body: world.payment }),
    "POST /payments/payment-1/inquiries": () => ({ status: 202 }),
    "POST /payments": () => { world.payment ??= approve; return { status: 201, body: world.payment }; },
    ...options.more,
  });
  return { world, service };
}

test("JazzCash by phone: asks its two figures, starts once however often pressed, waits, and ends in the game", async () => {
  const { world, service } = payPage();
  const { user, place } = renderApp("/games/booking-1/pay");
  expect(await screen.findByRole("heading", { name: "Court 2 is held for you" })).toBeVisible();
  expect(screen.getByRole("timer")).toHaveAccessibleName(/8:\d\d left to pay/);
  const button = screen.getByRole("button", { name: money("Pay Rs 9,000 with JazzCash") });
  await user.click(button);
  expect(screen.getByText("Type the last six digits of the identity card")).toBeVisible();
  expect(service.of("POST /payments")).toHaveLength(0);
  expect(screen.getByLabelText("JazzCash mobile number")).toHaveValue("+92 300 1234567");
  expect(screen.getByLabelText("Last 6 digits of the CNIC")).toHaveAttribute("autocomplete", "off");
  await user.type(screen.getByLabelText("Last 6 digits of the CNIC"), "345678");
  await user.dblClick(button);
  expect(await screen.findByRole("heading", { name: "Approve on your phone" })).toBeVisible();
  expect(place.search).toBe("?payment=payment-1");
  expect(service.of("POST /payments")).toHaveLength(1);
  expect(service.of("POST /payments")[0]?.body).toEqual({ purpose: "booking", bookingId: "booking-1", method: "jazzcash", phone: "+92 300 1234567", cnicLast6: "345678" });
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toMatch(/345678|1234567/);
  world.payment = paid;
  world.booking = confirmed;
  expect(await screen.findByText("Booked and paid", undefined, { timeout: 8000 })).toBeVisible();
  expect(place.pathname).toBe("/games/booking-1");
});

test("no answer: pressed again, the same payment is asked for, also after the page was loaded anew", async () => {
  let tries = 0;
  const { service } = payPage({ more: { "POST /payments": () => { if (++tries < 3) throw new TypeError("Failed to fetch"); return { status: 201, body: approve }; } } });
  const { user } = renderApp("/games/booking-1/pay");
  await user.type(await screen.findByLabelText("Last 6 digits of the CNIC"), "345678");
  await user.click(screen.getByRole("button", { name: /^Pay Rs/ }));
  expect(await screen.findByRole("alert")).toHaveTextContent("There is no connection. Nothing was sent.");
  await user.click(screen.getByRole("button", { name: /^Pay Rs/ }));
  await waitFor(() => expect(service.of("POST /payments")).toHaveLength(2));
  const keys = service.of("POST /payments").map((call) => call.headers.get("Idempotency-Key"));
  expect(keys[0]).toBe(keys[1]);
  expect(Object.values({ ...sessionStorage })).toContain(keys[0]);
});

test("a hosted page: the form goes by itself, once; its button stays", async () => {
  const submit = vi.spyOn(HTMLFormElement.prototype, "submit").mockImplementation(() => undefined);
  const action = { kind: "form" as const, url: "https://pay.example/form", fields: { pp_Amount: "900000", pp_TxnRefNo: "P1" } };
  const { service } = payPage({ more: { "POST /payments": () => ({ status: 201, body: { ...payment, action } }), "GET /payments/payment-1": () => ({ body: payment }) } });
  const { user } = renderApp("/games/booking-1/pay");
  await user.click(await screen.findByLabelText("On the JazzCash page"));
  await user.click(screen.getByRole("button", { name: /^Pay Rs/ }));
  const go = await screen.findByRole("button", { name: "Go to JazzCash" });
  expect(submit).toHaveBeenCalledTimes(1);
  expect(service.of("POST /payments")[0]?.body).toEqual({ purpose: "booking", bookingId: "booking-1", method: "jazzcash" });
  expect(go.closest("form")).toHaveAttribute("action", action.url);
  expect(go.closest("form")).toHaveFormValues({ pp_Amount: "900000", pp_TxnRefNo: "P1" });
});

test("back from paying: looked at once, then asked about until it is known", async () => {
  const { world, service } = payPage({ newest: payment });
  renderApp("/games/booking-1/pay?payment=payment-1");
  expect(await screen.findByRole("heading", { name: "We are asking JazzCash" })).toBeVisible();
  expect(screen.getByText(/If the money left, you get the game or club credit\. You may close this page/)).toBeVisible();
  await waitFor(() => expect(service.of("POST /payments/payment-1/inquiries")).toHaveLength(1));
  world.payment = paid;
  world.booking = confirmed;
  expect(await screen.findByText("Booked and paid", undefined, { timeout: 8000 })).toBeVisible();
  expect(service.of("POST /payments/payment-1/inquiries")).toHaveLength(1);
});

test("failed: what happened, that nothing was taken, how long the court stays, and trying again is a new payment", async () => {
  const { service } = payPage({ newest: failed, more: { "POST /payments": () => ({ status: 201, body: { ...approve, paymentId: "payment-2" } }), "GET /payments/payment-2": () => ({ body: { ...approve, paymentId: "payment-2" } }) } });
  const { user } = renderApp("/games/booking-1/pay?payment=payment-1");
  const note = await screen.findByRole("alert");
  expect(note).toHaveTextContent("JazzCash did not approve the payment");
  expect(note).toHaveTextContent("There was not enough money in the wallet. Nothing was taken. Court 2 is yours for 8 more minutes.");
  await user.type(await screen.findByLabelText("Last 6 digits of the CNIC"), "345678");
  await user.click(screen.getByRole("button", { name: /^Pay Rs/ }));
  expect(await screen.findByRole("heading", { name: "Approve on your phone" })).toBeVisible();
  expect(service.of("POST /payments")).toHaveLength(1);
});

test("paid too late: the money is safe, said with its amount, and what is free", async () => {
  payPage({ booking: { ...booking, status: "expired" }, newest: { ...paid, settledAs: "wallet" }, more: { "GET /clubs/club-1/availability": () => ({ body: day({ 3: ["20:00"] }) }) } });
  renderApp("/games/booking-1/pay?payment=payment-1");
  expect(await screen.findByRole("heading", { name: "Your money is safe" })).toBeVisible();
  expect(screen.getByText(money("Your Rs 9,000 came after the court was gone. It is in your club credit now."))).toBeVisible();
  expect(await screen.findByRole("link", { name: "Take it: Court 3, 20:00" })).toHaveAttribute("href", expect.stringContaining(encodeURIComponent(at("20:00"))));
  expect(screen.getByRole("link", { name: "See your club credit" })).toHaveAttribute("href", "/wallet");
});

test("the hold is over and nothing was taken", async () => {
  payPage({ booking: { ...booking, status: "expired" }, newest: failed, more: { "GET /clubs/club-1/availability": () => ({ body: day({}) }) } });
  renderApp("/games/booking-1/pay");
  expect(await screen.findByRole("heading", { name: "The time to pay is over" })).toBeVisible();
  expect(screen.getByText("Court 2 went back to everybody. Nothing was taken.")).toBeVisible();
});

test("a bank transfer: all that the bank asks for, and a proof that is refused before it is sent when it cannot be one", async () => {
  payPage({ booking: held({ payWith: "bank_transfer", nextAction: { kind: "await_transfer" } }), newest: transfer });
  const { user } = renderApp("/games/booking-1/pay");
  expect(await screen.findByRole("heading", { name: money("Transfer Rs 9,000") })).toBeVisible();
  expect(screen.getByText("MRG4821")).toBeVisible();
  expect(screen.getByText("PK36 SCBL 0000 0011 2345 6702")).toBeVisible();
  expect(screen.getByRole("button", { name: "Copy the IBAN" })).toBeVisible();
  expect(screen.getByText("We look for your transfer")).toBeVisible();
  await user.upload(screen.getByLabelText("Choose a picture or PDF"), new File([new Uint8Array(6 * 1024 * 1024)], "big.png", { type: "image/png" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("It is larger than 5 MB");
  await user.upload(screen.getByLabelText("Choose a picture or PDF"), new File(["x"], "proof.pdf", { type: "application/pdf" }));
  expect(await screen.findByText("proof.pdf")).toBeVisible();
  expect(screen.getByRole("button", { name: "Send it" })).toBeEnabled();
});

test("another way that holds the court differently is told to the booking first", async () => {
  const { world, service } = payPage({ more: { "POST /bookings/booking-1/payment-method": () => { world.booking = held({ payWith: "bank_transfer", nextAction: { kind: "await_transfer" } }); return { body: world.booking }; }, "POST /payments": () => { world.payment = transfer; return { status: 201, body: transfer }; } } });
  const { user } = renderApp("/games/booking-1/pay");
  await user.click(await screen.findByRole("button", { name: "Pay another way" }));
  expect(screen.getByText(money("You have Rs 3,200, which is not enough"))).toBeVisible();
  await user.click(screen.getByLabelText(/Bank transfer/));
  await user.click(screen.getByRole("button", { name: "Get the bank details" }));
  expect(await screen.findByText("MRG4821")).toBeVisible();
  expect(service.of("POST /bookings/booking-1/payment-method")[0]?.body).toEqual({ payWith: "bank_transfer" });
});

test("without a connection the button says why it rests", async () => {
  payPage();
  renderApp("/games/booking-1/pay");
  expect(await screen.findByRole("button", { name: /^Pay Rs/ })).toBeEnabled();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByRole("button", { name: /^Pay Rs/ })).toBeDisabled();
  expect(screen.getByText("Paying needs a connection. Nothing was sent.")).toBeVisible();
});

test("the slot's button says what happens, with the deposit, and leads to paying", async () => {
  const takes = { ...club, paymentMethods: ["at_club" as const, "jazzcash" as const], depositPercent: 30, holdMinutes: 10 };
  const { service } = payPage({ more: {
    "GET /clubs": () => ({ body: { items: [takes] } }), "GET /clubs/margalla": () => ({ body: takes }), "GET /clubs/club-1/availability": () => ({ body: day({ 2: ["20:00"] }) }), "POST /bookings": () => ({ status: 201, body: held() }),
  } });
  const { user, place } = renderApp("/clubs/margalla?date=2030-11-26");
  await user.click(await screen.findByRole("button", { name: /^20:00, Court 2/ }));
  const sheet = within(await screen.findByRole("dialog"));
  await user.click(sheet.getByLabelText(/JazzCash/));
  expect(sheet.getByText(money("Rs 2,700 now, Rs 6,300 at the club."))).toBeVisible();
  expect(sheet.getByText("We hold the court for 10 minutes while you pay")).toBeVisible();
  await user.click(sheet.getByRole("button", { name: money("Hold and pay Rs 2,700 with JazzCash") }));
  await waitFor(() => expect(place.pathname).toBe("/games/booking-1/pay"));
  expect(service.of("POST /bookings")[0]?.body).toMatchObject({ payWith: "jazzcash" });
});
