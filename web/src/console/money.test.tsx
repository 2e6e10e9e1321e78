import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { booking, club, rupees } from "@/test/samples";
import { DAY_PAGE, renderConsole } from "./test-console";

const MONEY = `/clubs/${club.clubId}/bookings/${booking.bookingId}/money`;
const PAY = `POST /clubs/${club.clubId}/bookings/${booking.bookingId}/desk-payments`;
const BACK = `POST /clubs/${club.clubId}/bookings/${booking.bookingId}/refunds`;
const due = { bookingId: booking.bookingId, price: rupees(9000), paid: rupees(0), due: rupees(9000), feeDue: rupees(0), refundable: rupees(0), payments: [], refunds: [], receipts: [] };
const paid = { ...due, paid: rupees(9000), due: rupees(0), refundable: rupees(9000), payments: [{ paymentId: "p1", method: "jazzcash", reference: "P1", amount: rupees(9000), back: rupees(0), status: "paid", createdAt: "2026-12-01T10:00:00Z" }] };
const page = `${DAY_PAGE}?open=booking&id=${booking.bookingId}`;

test("the desk takes what is due in cash, once, with a key", async () => {
  const { user, service } = renderConsole(page, "desk", { [`GET ${MONEY}`]: () => ({ body: due }), [PAY]: () => ({ status: 201, body: due }) });
  await user.click(await screen.findByRole("button", { name: /^Take Rs/ }));
  expect(screen.getByLabelText(/Amount/)).toHaveValue("9000");
  await user.dblClick(screen.getByRole("button", { name: "Taken" }));
  await waitFor(() => expect(service.of(PAY)).toHaveLength(1));
  expect(service.of(PAY)[0]?.body).toEqual({ method: "cash", amountMinor: 900_000 });
  expect(service.of(PAY)[0]?.headers.get("Idempotency-Key")).toBeTruthy();
});

test("money is not given back without a reason, and a refund that waits for a manager says so", async () => {
  const { user, service } = renderConsole(page, "desk", { [`GET ${MONEY}`]: () => ({ body: paid }), [BACK]: () => ({ status: 201, body: { items: [{ refundId: "r1", status: "needs_approval" }] } }) });
  await user.click(await screen.findByRole("button", { name: "Give money back" }));
  await user.click(screen.getByRole("button", { name: "Give back" }));
  expect(await screen.findByText("Say it in a sentence.")).toBeVisible();
  expect(service.of(BACK)).toHaveLength(0);
  await user.type(screen.getByLabelText("Why"), "Rain");
  await user.click(screen.getByRole("button", { name: "Give back" }));
  expect(await screen.findByText("A manager has to approve it first")).toBeVisible();
  expect(service.of(BACK)[0]?.body).toEqual({ amountMinor: 900_000, to: "source", reason: "Rain" });
});

test("what is to be sorted out is closed with a sentence about it", async () => {
  const resolve = `POST /clubs/${club.clubId}/money-tasks/t1/resolutions`;
  const { user, service } = renderConsole(`/console/${club.slug}/money`, "desk", {
    [`GET /clubs/${club.clubId}/money-tasks`]: () => ({ body: { items: [{ taskId: "t1", kind: "amount_mismatch", subjectType: "payment", subjectId: "p1", text: "The gateway says another amount.", createdAt: "2026-12-01T10:00:00Z" }] } }),
    [resolve]: () => ({ body: {} }),
  });
  await user.click(await screen.findByRole("button", { name: "Sort out" }));
  await user.type(screen.getByLabelText("What was done about it?"), "Called JazzCash");
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(service.of(resolve)[0]?.body).toEqual({ note: "Called JazzCash" }));
});

test("only a manager approves a refund above the limit", async () => {
  const refund = { refundId: "r1", amount: rupees(20_000), destination: "source", method: "jazzcash", status: "needs_approval", reason: "Rain", reference: "R1", createdAt: "2026-12-01T10:00:00Z" };
  const routes = { [`GET /clubs/${club.clubId}/money-tasks`]: () => ({ body: { items: [] } }), [`GET /clubs/${club.clubId}/refunds`]: () => ({ body: { items: [refund] } }) };
  renderConsole(`/console/${club.slug}/money/refunds`, "desk", routes);
  const row = (await screen.findByText("Rain")).closest("tr");
  expect(row && within(row).queryByRole("button")).toBeNull();
  expect(screen.getByText("Waits for a manager")).toBeVisible();
});

test("a manager corrects credit with a reason and a minus; the desk cannot", async () => {
  const wallet = `/clubs/${club.clubId}/players/user-1`;
  const adjust = `POST ${wallet}/wallet-adjustments`;
  const { user, service } = renderConsole(`/console/${club.slug}/money/credit`, "manager", {
    [`GET /clubs/${club.clubId}/money-tasks`]: () => ({ body: { items: [] } }),
    [`GET /clubs/${club.clubId}/players`]: () => ({ body: { items: [{ playerId: "user-1", name: "Ali Raza", blocked: false, games: 3 }] } }),
    [`GET ${wallet}/wallet`]: () => ({ body: { playerId: "user-1", balance: rupees(500), items: [] } }),
    [`GET ${wallet}/plans`]: () => ({ body: { items: [] } }),
    [`GET /clubs/${club.clubId}/plan-products`]: () => ({ body: { items: [] } }),
    [adjust]: () => ({ status: 201, body: {} }),
  });
  await user.type(await screen.findByRole("combobox", { name: /Who|Customer|Name/i }), "Ali");
  await user.click(await screen.findByRole("option", { name: /Ali Raza/ }));
  expect(await screen.findByText(/Rs\s500/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText("How it is paid"), "adjust");
  await user.type(screen.getByLabelText(/Amount/), "-200");
  await user.click(screen.getByRole("button", { name: "Put in" }));
  expect(await screen.findByText("Say it in a sentence.")).toBeVisible();
  await user.type(screen.getByLabelText("Why"), "Typed twice");
  await user.click(screen.getByRole("button", { name: "Put in" }));
  await waitFor(() => expect(service.of(adjust)[0]?.body).toEqual({ amountMinor: -20_000, reason: "Typed twice" }));
});

test("the day's statement says what came by method and what the drawer holds", async () => {
  renderConsole(`/console/${club.slug}/money/statement`, "manager", {
    [`GET /clubs/${club.clubId}/money-tasks`]: () => ({ body: { items: [] } }),
    [`GET /clubs/${club.clubId}/statements/${club.today}`]: () => ({ body: {
      date: club.today, from: "", to: "", earned: rupees(9000), fees: rupees(0), tax: rupees(1241), walletTopUps: rupees(0), refunded: [],
      received: [{ method: "cash", purpose: "booking", count: 2, amount: rupees(18_000) }],
      accounts: [{ account: "cash", opening: rupees(0), in: rupees(18_000), out: rupees(0), closing: rupees(18_000) }],
    } }),
  });
  expect(await screen.findByText("Cash, games (2)")).toBeVisible();
  expect(screen.getByRole("row", { name: /Drawer/ })).toHaveTextContent(/Rs\s18,000/);
});
