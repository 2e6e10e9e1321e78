import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { signedOut } from "@/shared/api/session";
import { asPlayer, renderApp } from "@/test/render-app";
import { at, booking, club, day, DAY, me, rupees, TODAY } from "@/test/samples";
import { serve, type Call } from "@/test/server";

beforeEach(() => signedOut());

const summary = { clubId: club.clubId, days: [{ date: TODAY, freeStarts: 40, totalStarts: 200 }, { date: DAY, freeStarts: 60, totalStarts: 200 }, { date: "2030-11-27", freeStarts: 20, totalStarts: 200, firstFreeStartsAt: at("18:30", "2030-11-27") }] };
const page = { "GET /clubs": () => ({ body: { items: [club] } }), "GET /clubs/margalla": () => ({ body: club }), "GET /clubs/club-1/availability-summary": () => ({ body: summary }), "POST /clubs/club-1/funnel-steps": () => ({ status: 204 }) };
const free = (slots: Record<number, string[]>) => ({ "GET /clubs/club-1/availability": () => ({ body: day(slots) }) });
const here = `/clubs/margalla?date=${DAY}`;
const slot = { name: "20:00, Court 2, 90 minutes, Rs\u00a09,000" };

test("the only club opens at once", async () => {
  serve({ ...page, ...free({ 2: ["20:00"] }) });
  const { place } = renderApp("/");
  expect(await screen.findByRole("heading", { name: club.name })).toBeVisible();
  expect(place.pathname).toBe("/clubs/margalla");
});

test("free slots by time and court, mornings folded, few left said", async () => {
  serve({ ...page, ...free({ 1: ["09:00"], 2: ["20:00"], 3: ["20:00"] }) });
  const { user } = renderApp(here);
  expect(await screen.findByRole("button", slot)).toBeEnabled();
  expect(screen.getByText("2 left")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^09:00/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /1 earlier time, from Rs/ }));
  expect(screen.getByRole("button", { name: /^09:00, Court 1/ })).toBeVisible();
});

test("an empty day names the next free one", async () => {
  serve({ ...page, ...free({}) });
  const { user, place } = renderApp(here);
  await user.click(await screen.findByRole("button", { name: "See Wed 27 Nov, 18:30" }));
  expect(new URLSearchParams(place.search).get("date")).toBe("2030-11-27");
});

test("free times that do not load say so, with a way on", async () => {
  let works = false;
  serve({ ...page, "GET /clubs/club-1/availability": () => (works ? { body: day({ 2: ["20:00"] }) } : { status: 422, body: { code: "x", title: "The club did not answer.", traceId: "abc123" } }) });
  const { user } = renderApp(here);
  expect(await screen.findByText("The free times did not load")).toBeVisible();
  expect(screen.getByText(/abc123/)).toBeVisible();
  works = true;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", slot)).toBeVisible();
});

test("without a connection the last seen times stay, marked with their age, and nothing can be booked", async () => {
  serve({ ...page, ...free({ 2: ["20:00"] }) });
  renderApp(here);
  expect(await screen.findByRole("button", slot)).toBeEnabled();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByText("No connection.")).toBeVisible();
  expect(screen.getByText(/What you see is from \d\d:\d\d/)).toBeVisible();
  expect(screen.getByRole("button", slot)).toBeDisabled();
});

test("a slow answer is bones first and a failure after eight seconds, never a spinner for ever", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 });
  serve({ ...page, "GET /clubs/club-1/availability": () => new Promise<Response>(() => undefined) });
  renderApp(here);
  expect(await screen.findByRole("heading", { name: club.name })).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(8_500));
  expect(screen.getByText("The free times did not load")).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
  vi.useRealTimers();
});

test("three taps book: slot, length, book, with one key however often pressed", async () => {
  asPlayer();
  const service = serve({ ...page, ...free({ 2: ["20:00"] }), "GET /me": () => ({ body: me }), "POST /bookings": () => ({ status: 201, body: booking }), "GET /bookings/booking-1": () => ({ body: booking }) });
  const { user, place } = renderApp(here);
  await user.click(await screen.findByRole("button", slot));
  const sheet = within(await screen.findByRole("dialog"));
  expect(sheet.getByText("to 21:30")).toBeVisible();
  expect(sheet.getByText(/Free to cancel until/)).toBeVisible();
  await user.dblClick(sheet.getByRole("button", { name: /^Book, pay Rs/ }));
  expect(await screen.findByText("Booked, pay at the club")).toBeVisible();
  expect(place.pathname).toBe("/games/booking-1");
  expect(service.of("POST /bookings")).toHaveLength(1);
  expect(service.of("POST /bookings")[0]?.headers.get("Idempotency-Key")).toMatch(/[0-9a-f-]{36}/);
  expect(service.of("POST /bookings")[0]?.body).toEqual({ courtId: "court-2", startsAt: at("20:00"), durationMinutes: 90, payWith: "at_club" });
});

test("no answer: the same wish is sent again with the same key", async () => {
  asPlayer();
  let tries = 0;
  const service = serve({ ...page, ...free({ 2: ["20:00"] }), "GET /me": () => ({ body: me }), "GET /bookings/booking-1": () => ({ body: booking }), "POST /bookings": () => { if (++tries === 1) throw new TypeError("Failed to fetch"); return { status: 201, body: booking }; } });
  const { user } = renderApp(here);
  await user.click(await screen.findByRole("button", slot));
  await user.click(await screen.findByRole("button", { name: /^Book, pay Rs/ }));
  expect(await screen.findByText("There is no connection. Nothing was sent.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Book, pay Rs/ }));
  expect(await screen.findByText("Booked, pay at the club")).toBeVisible();
  const keys = service.of("POST /bookings").map((call) => call.headers.get("Idempotency-Key"));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test("a lost race offers what is free right now, and takes it", async () => {
  asPlayer();
  const alternative = { courtId: "court-3", courtName: "Court 3", startsAt: at("20:00"), durationMinutes: 90, price: rupees(9000) };
  const answers = (call: Call) => ((call.body as { courtId: string }).courtId === "court-2" ? { status: 409, body: { code: "booking.slot_taken", title: "Taken", alternatives: [alternative] } } : { status: 201, body: booking });
  const service = serve({ ...page, ...free({ 2: ["20:00"], 3: ["20:00"] }), "GET /me": () => ({ body: me }), "GET /bookings/booking-1": () => ({ body: booking }), "POST /bookings": answers });
  const { user } = renderApp(here);
  await user.click(await screen.findByRole("button", slot));
  await user.click(await screen.findByRole("button", { name: /^Book, pay Rs/ }));
  const sheet = within(await screen.findByRole("alertdialog"));
  expect(sheet.getByRole("heading", { name: "Court 2 has just gone" })).toBeVisible();
  expect(sheet.getByText("same time")).toBeVisible();
  await user.click(sheet.getByRole("button", { name: "Take it: Court 3, 20:00" }));
  expect(await screen.findByText("Booked, pay at the club")).toBeVisible();
  const keys = service.of("POST /bookings").map((call) => call.headers.get("Idempotency-Key"));
  expect(keys[0]).not.toBe(keys[1]);
});

test("a rule that says no is told in the sheet, and nothing is booked", async () => {
  asPlayer();
  serve({ ...page, ...free({ 2: ["20:00"] }), "GET /me": () => ({ body: me }), "POST /bookings": () => ({ status: 422, body: { code: "booking.limit_reached", title: "You have 6 games coming up already." } }) });
  const { user } = renderApp(here);
  await user.click(await screen.findByRole("button", slot));
  await user.click(await screen.findByRole("button", { name: /^Book, pay Rs/ }));
  expect(await screen.findByRole("alert")).toHaveTextContent("You have 6 games coming up already.");
});

test("signing up by code keeps the slot, asks a name, and books it", async () => {
  const stranger = { ...me, name: "", consentVersion: undefined };
  const service = serve({
    ...page, ...free({ 2: ["20:00"] }), "GET /auth/options": () => ({ body: { consentVersion: "2026-01", codeResendSeconds: 60, codeLength: 6 } }), "POST /auth/codes": () => ({ status: 202 }),
    "POST /auth/sessions": () => ({ status: 201, body: { userId: "user-1", accessToken: "t", expiresInSeconds: 600 } }), "GET /me": () => ({ body: stranger }), "PATCH /me": () => ({ body: me }), "POST /auth/sessions/refresh": () => ({ body: { userId: "user-1", accessToken: "named", expiresInSeconds: 600 } }),
    "POST /bookings": () => ({ status: 201, body: booking }), "GET /bookings/booking-1": () => ({ body: booking }),
  });
  const { user } = renderApp(here);
  await user.click(await screen.findByRole("button", slot));
  await user.click(await screen.findByRole("button", { name: "Sign in and book" }));
  expect(await screen.findByText("Tue 26 Nov, 20:00, Court 2")).toBeVisible();
  await user.type(screen.getByLabelText("Phone or email"), "0300 1234567");
  await user.click(screen.getByRole("button", { name: "Send the code" }));
  await user.type(await screen.findByLabelText("Six-digit code"), "123456");
  await user.type(await screen.findByLabelText("Name"), "Ali Raza");
  await user.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.getByText("Tick this to go on")).toBeVisible();
  await user.click(screen.getByRole("checkbox"));
  await user.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByText("Booked, pay at the club")).toBeVisible();
  expect(service.of("POST /auth/sessions")[0]?.body).toEqual({ identifier: "0300 1234567", code: "123456" });
  expect(service.of("POST /bookings")).toHaveLength(1);
  // The name goes along in the token, so the booking must carry the one that knows it.
  expect(service.of("POST /bookings")[0]?.headers.get("Authorization")).toBe("Bearer named");
});

test("a wrong code is told and can be typed again; a second factor is asked", async () => {
  let tries = 0;
  serve({
    "GET /auth/options": () => ({ body: { consentVersion: "1", codeResendSeconds: 60, codeLength: 6 } }), "POST /auth/codes": () => ({ status: 202 }),
    "POST /auth/sessions": () => (++tries === 1 ? { status: 401, body: { code: "identity.bad_credentials", title: "That does not match." } } : { status: 401, body: { code: "identity.second_factor_needed", title: "More", challenge: "c1" } }),
  });
  const { user } = renderApp("/sign-in");
  await user.type(await screen.findByLabelText("Phone or email"), "a@b.pk");
  await user.click(screen.getByRole("button", { name: "Send the code" }));
  await user.type(await screen.findByLabelText("Six-digit code"), "111111");
  expect(await screen.findByRole("alert")).toHaveTextContent("That does not match.");
  await user.click(screen.getByLabelText("Six-digit code"));
  await user.paste("222 222");
  expect(await screen.findByRole("heading", { name: "One more proof" })).toBeVisible();
});

test("an unproven contact holds the court until the code is typed", async () => {
  asPlayer();
  const soon = new Date(Date.now() + 500_000).toISOString();
  const held = { ...booking, status: "held" as const, createdAt: new Date().toISOString(), nextAction: { kind: "verify_contact" as const, until: soon } };
  let proven = false;
  const service = serve({
    ...page, "GET /me": () => ({ body: { ...me, phoneVerified: proven } }), "GET /bookings/booking-1": () => ({ body: proven ? booking : held }),
    "POST /me/verifications": () => { proven = true; return { body: { accessToken: "t2", expiresInSeconds: 600, me } }; },
  });
  const { user } = renderApp("/games/booking-1");
  expect(await screen.findByRole("heading", { name: "Court 2 is held for you" })).toBeVisible();
  expect(screen.getByRole("timer")).toHaveAccessibleName(/8:\d\d left to confirm/);
  await user.type(screen.getByLabelText("Six-digit code"), "654321");
  expect(await screen.findByText("Booked, pay at the club", undefined, { timeout: 4000 })).toBeVisible();
  expect(service.of("POST /me/verifications")[0]?.body).toEqual({ identifier: me.phone, code: "654321" });
});

test("cancelling says its price before it is done", async () => {
  asPlayer();
  const late = { ...booking, cancellationTerms: { feeNow: rupees(4500), refundNow: rupees(0), steps: [], text: "Half." } };
  const service = serve({
    ...page, "GET /me": () => ({ body: me }), "GET /bookings/booking-1": () => ({ body: late }),
    "POST /bookings/booking-1/cancellation": () => ({ body: { ...late, status: "cancelled", feeDue: rupees(4500), cancellationTerms: undefined } }),
  });
  const { user } = renderApp("/games/booking-1");
  await user.click(await screen.findByRole("button", { name: "Cancel this game" }));
  const sheet = within(await screen.findByRole("alertdialog"));
  expect(sheet.getByText(/Cancelling now costs Rs\s4,500\. You pay it at the club next time\./)).toBeVisible();
  expect(sheet.getByText(/cannot be undone/)).toBeVisible();
  expect(service.of("POST /bookings/booking-1/cancellation")).toHaveLength(0);
  await user.click(sheet.getByRole("button", { name: /^Cancel, pay Rs/ }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(screen.getByText(/^Rs\s4,500 due$/)).toBeVisible();
});

test("my games: the next one, what follows, what was, and more of it", async () => {
  asPlayer();
  const later = { ...booking, bookingId: "booking-2", startsAt: at("20:00", "2030-11-28"), endsAt: at("21:00", "2030-11-28"), businessDay: "2030-11-28", courtName: "Court 5" };
  const old = { ...booking, bookingId: "booking-3", status: "cancelled" as const, businessDay: "2026-10-01", startsAt: at("20:00", "2026-10-01"), endsAt: at("21:00", "2026-10-01"), courtName: "Court 1" };
  serve({
    ...page, "GET /me": () => ({ body: me }),
    "GET /me/bookings": (call) => ({ body: call.query.get("when") === "upcoming" ? { items: [booking, later] } : call.query.get("cursor") ? { items: [{ ...old, bookingId: "booking-4", courtName: "Court 6" }] } : { items: [old], nextCursor: "c2" } }),
  });
  const { user } = renderApp("/games");
  expect(await screen.findByText("20:00 to 21:30")).toBeVisible();
  expect(screen.getByText(/Court 5/)).toBeVisible();
  expect(await screen.findByText("Cancelled")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show earlier games" }));
  expect(await screen.findByText(/Court 6/)).toBeVisible();
});

test("without games the page says the next possible thing", async () => {
  asPlayer();
  serve({ ...page, "GET /me": () => ({ body: me }), "GET /me/bookings": () => ({ body: { items: [] } }) });
  renderApp("/games");
  expect(await screen.findByText("No game coming up")).toBeVisible();
  expect(screen.getByRole("link", { name: "See free courts" })).toHaveAttribute("href", "/");
});

test("a visitor is asked to sign in and comes back", async () => {
  serve(page);
  renderApp("/games");
  expect(await screen.findByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in?next=%2Fgames");
});

test("signing in never leads to another site", async () => {
  serve({ ...page, ...free({ 2: ["20:00"] }), "GET /auth/options": () => ({ body: { consentVersion: "1", codeResendSeconds: 60, codeLength: 6 } }) });
  const { user, place } = renderApp("/sign-in?next=//evil.example/x");
  await user.click(await screen.findByRole("button", { name: "Close" }));
  await waitFor(() => expect(place.pathname).toBe("/clubs/margalla"));
});

test("an unknown address says so", async () => {
  serve(page);
  renderApp("/nothing");
  expect(await screen.findByText("There is no page here")).toBeVisible();
});
