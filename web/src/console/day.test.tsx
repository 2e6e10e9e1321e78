import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { at, booking, club, DAY, rupees } from "@/test/samples";
import { json } from "@/test/server";
import { DAY_PAGE, dayBoard, made, renderConsole } from "./test-console";

vi.mock("@/shared/api/live", () => ({ useDayChanged: () => undefined }));

const ALI = /Court 2, 20:00 to 21:30, Ali Raza, Booked, Rs\s9,000 due/;
const free = (court: string, time: string) => screen.findByRole("button", { name: `${court}, ${time}, free` });
const slotTaken = (extra: object) => json(409, { code: "booking.slot_taken", title: "Someone else has just taken this time.", ...extra });

test("the board shows who, when, state and money, and its own day in the title", async () => {
  renderConsole(DAY_PAGE, "desk");
  expect(await screen.findByRole("button", { name: ALI })).toBeVisible();
  expect(screen.getByRole("button", { name: /Court 3, 10:00 to 11:00, Glass cleaning, Blocked/ })).toBeVisible();
  expect(screen.getByRole("heading", { name: /Tuesday 26 November/ })).toBeVisible();
  expect(await free("Court 1", "00:30")).toBeInTheDocument();
});

test("arrows walk from place to place and Enter opens the booking", async () => {
  const { user, place } = renderConsole(DAY_PAGE, "desk");
  (await free("Court 1", "20:30")).focus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("button", { name: ALI })).toHaveFocus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("button", { name: "Court 3, 20:30, free" })).toHaveFocus();
  await user.keyboard("{ArrowLeft}{ArrowDown}");
  expect(screen.getByRole("button", { name: "Court 2, 21:30, free" })).toHaveFocus();
  await user.keyboard("{ArrowUp}{Enter}");
  expect(place.search).toBe("?open=booking&id=booking-1");
  expect(await screen.findByRole("heading", { name: "Ali Raza" })).toBeVisible();
});

test("keys: N books, Escape closes, arrows turn days, T goes to today, slash searches; none of them while one types", async () => {
  const { user, place } = renderConsole(DAY_PAGE, "desk");
  await screen.findByRole("button", { name: ALI });
  await user.keyboard("n");
  expect(await screen.findByRole("form", { name: "New booking" })).toBeVisible();
  await user.keyboard("nb"); // typed into the name
  expect(screen.getByRole("combobox", { name: "Who" })).toHaveValue("nb");
  await user.keyboard("{Escape}");
  expect(place.search).toBe("");
  await user.keyboard("{ArrowRight}");
  expect(place.pathname).toBe(`/console/${club.slug}/day/2030-11-27`);
  await user.keyboard("t");
  expect(place.pathname).toBe(`/console/${club.slug}/day/${club.today}`);
  await user.keyboard("/");
  expect(screen.getByRole("searchbox")).toHaveFocus();
});

test("searching dims what does not match", async () => {
  const { user } = renderConsole(DAY_PAGE, "desk");
  const ali = await screen.findByRole("button", { name: ALI });
  await user.type(screen.getByRole("searchbox"), "glass");
  expect(ali).toHaveAttribute("data-dimmed");
  expect(screen.getByRole("button", { name: /Glass cleaning/ })).not.toHaveAttribute("data-dimmed");
});

test("a walk-in takes two presses: the free place, and Book", async () => {
  const { user, service, place } = renderConsole(DAY_PAGE, "desk", {
    "POST /clubs/club-1/desk-bookings": () => ({ status: 201, body: made({ courtId: "court-1", courtName: "Court 1", startsAt: at("19:00"), endsAt: at("20:30") }) }),
  });
  await user.click(await free("Court 1", "19:00"));
  expect(await screen.findByText(/2 half hours Peak, 1 half hour Off-peak/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Book Court 1, 19:00" }));
  await screen.findByText(/Court 1 is booked for Walk-in at 19:00/);
  const [call] = service.of("POST /clubs/club-1/desk-bookings");
  expect(call?.body).toEqual({ courtId: "court-1", startsAt: at("19:00").replace("Z", ".000Z"), durationMinutes: 90, guest: { name: "Walk-in" } });
  expect(call?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{36}$/);
  await waitFor(() => expect(place.search).toBe("?open=booking&id=booking-2"));
});

test("a member is found while typing and booked by their id", async () => {
  const { user, service } = renderConsole(DAY_PAGE, "desk", {
    "GET /clubs/club-1/players": () => ({ body: { items: [{ playerId: "p-7", name: "Sara Malik", phone: "+923017654321", blocked: false, games: 38 }] } }),
    "POST /clubs/club-1/desk-bookings": () => ({ status: 201, body: made() }),
  });
  await user.click(await free("Court 1", "19:00"));
  await user.type(screen.getByRole("combobox", { name: "Who" }), "sara");
  await screen.findByText("Sara Malik");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByText(/38 games/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Book Court 1/ }));
  await waitFor(() => expect(service.of("POST /clubs/club-1/desk-bookings")[0]?.body).toMatchObject({ playerId: "p-7" }));
});

test("a lost place says who has it now and offers what is free", async () => {
  const bilal = { occupancyId: "claim-bilal", kind: "booking" as const, startsAt: at("19:00"), endsAt: at("20:00"), booking: { ...dayBoard().courts[1]!.claims[0]!.booking!, bookingId: "b-9", name: "Bilal Qureshi" } };
  let lost = false;
  const { user } = renderConsole(DAY_PAGE, "desk", {
    "GET /clubs/club-1/day": () => ({ body: dayBoard(lost ? { more: [bilal] } : {}) }),
    "POST /clubs/club-1/desk-bookings": () => {
      lost = true;
      return slotTaken({ alternatives: [{ courtId: "court-4", courtName: "Court 4", startsAt: at("19:00"), durationMinutes: 90, price: rupees(9000) }] });
    },
  });
  await user.click(await free("Court 1", "19:00"));
  await user.click(await screen.findByRole("button", { name: "Book Court 1, 19:00" }));
  expect(await screen.findByText(/Court 1 has just gone to Bilal Qureshi, 19:00–20:00/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Court 4, 19:00" }));
  expect(screen.getByRole("button", { name: "Book Court 4, 19:00" })).toBeEnabled();
  expect(screen.queryByText(/has just gone/)).not.toBeInTheDocument();
});

test("a reason is asked only when a rule that staff may break has refused", async () => {
  const { user, service } = renderConsole(DAY_PAGE, "desk", {
    "POST /clubs/club-1/desk-bookings": (call) => ((call.body as { overrideReason?: string }).overrideReason
      ? { status: 201, body: made() } : json(422, { code: "booking.leaves_gap", title: "This would leave a piece too short to sell.", overridable: true })),
  });
  await user.click(await free("Court 1", "19:00"));
  expect(screen.queryByLabelText("Why is it done anyway?")).not.toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Book Court 1, 19:00" }));
  expect(await screen.findByText("This would leave a piece too short to sell.")).toBeVisible();
  await user.type(screen.getByLabelText("Why is it done anyway?"), "Coach asked");
  await user.click(screen.getByRole("button", { name: "Book anyway" }));
  await waitFor(() => expect(service.of("POST /clubs/club-1/desk-bookings").at(-1)?.body).toMatchObject({ overrideReason: "Coach asked" }));
});

test("what the service says about a field stands at that field", async () => {
  const { user } = renderConsole(DAY_PAGE, "desk", {
    "POST /clubs/club-1/desk-bookings": () => json(400, { code: "request.invalid", title: "Invalid", errors: { "guest.phone": ["This is no phone number."] } }),
  });
  await user.click(await free("Court 1", "19:00"));
  await user.type(await screen.findByLabelText("Phone (optional)"), "12");
  await user.click(screen.getByRole("button", { name: "Book Court 1, 19:00" }));
  await waitFor(() => expect(screen.getByLabelText("Phone (optional)")).toHaveAccessibleDescription("This is no phone number."));
});

test("a move sends the version it saw, says the difference, and tells a stale one plainly", async () => {
  const { user, service } = renderConsole(`${DAY_PAGE}?open=move&id=booking-1`, "desk", {
    [`GET /clubs/club-1/quotes`]: () => ({ body: { price: rupees(10000), segments: [], free: true } }),
    "POST /bookings/booking-1/moves": () => json(412, { code: "request.stale", title: "Changed meanwhile." }),
  });
  await user.selectOptions(await screen.findByLabelText("Court"), "court-4");
  expect(await screen.findByText(/Rs\s1,000 more to pay/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Move" }));
  expect(await screen.findByText(/Somebody has changed this booking meanwhile/)).toBeVisible();
  expect(service.of("POST /bookings/booking-1/moves")[0]?.headers.get("If-Match")).toBe('"1"');
});

test("another day in the form turns the board's page and keeps the hour", async () => {
  const { place } = renderConsole(`${DAY_PAGE}?open=move&id=booking-1`, "desk");
  fireEvent.change(await screen.findByLabelText("Day"), { target: { value: "2030-11-28" } });
  await waitFor(() => expect(place.pathname).toBe(`/console/${club.slug}/day/2030-11-28`));
  expect(place.search).toBe("?open=move&id=booking-1");
  await waitFor(() => expect(screen.getByLabelText("Start")).toHaveDisplayValue("20:00"));
});

test("cancelling says what it costs first, and taking no fee needs a reason", async () => {
  const { user, service } = renderConsole(`${DAY_PAGE}?open=cancel&id=booking-1`, "desk", {
    "GET /bookings/booking-1": () => ({ body: { ...booking, cancellationTerms: { feeNow: rupees(4500), refundNow: rupees(0), steps: [], text: "" } } }),
    "POST /bookings/booking-1/cancellation": () => ({ body: { ...booking, status: "cancelled" } }),
  });
  expect(await screen.findByText(/Cancelling now costs Rs\s4,500/)).toBeVisible();
  expect(screen.getByRole("button", { name: /Cancel, Rs\s4,500 due/ })).toBeVisible();
  await user.click(screen.getByLabelText(/Take no fee/));
  await user.click(screen.getByRole("button", { name: "Cancel booking" }));
  expect(screen.getByText("Say why no fee is taken.")).toBeVisible();
  await user.type(screen.getByLabelText("Reason"), "Rain");
  await user.click(screen.getByRole("button", { name: "Cancel booking" }));
  await waitFor(() => expect(service.of("POST /bookings/booking-1/cancellation")[0]?.body).toEqual({ reason: "Rain", waiveFee: true }));
});

test("a block lists the bookings in the way, and each leads to its booking", async () => {
  const { user, place } = renderConsole(`${DAY_PAGE}?open=close&court=court-2&at=${at("20:00")}`, "desk", {
    "POST /clubs/club-1/blocks": () => json(409, { code: "booking.block_conflicts", title: "In the way", bookings: [{ bookingId: "booking-1", courtId: "court-2", courtName: "Court 2", startsAt: at("20:00"), endsAt: at("21:30"), name: "Ali Raza" }] }),
  });
  const form = await screen.findByRole("form", { name: "Block courts" });
  await user.click(within(form).getByRole("button", { name: "Block" }));
  expect(screen.getByText("Say in a few words why.")).toBeVisible();
  await user.type(within(form).getByLabelText("Reason"), "Glass");
  await user.click(within(form).getByRole("button", { name: "Block" }));
  await user.click(await screen.findByRole("button", { name: "Court 2, 20:00–21:30, Ali Raza" }));
  expect(place.search).toBe("?open=booking&id=booking-1");
});

test("a block is lifted after one more word", async () => {
  const { user, service } = renderConsole(DAY_PAGE, "desk", { "DELETE /clubs/club-1/blocks/block-1": () => json(204, null) });
  await user.click(await screen.findByRole("button", { name: /Glass cleaning/ }));
  await user.click(await screen.findByRole("button", { name: "Lift the block" }));
  expect(service.of("DELETE /clubs/club-1/blocks/block-1")).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Lift it now" }));
  await screen.findByText("The block is lifted.");
});

test("a change draws the changed cell only", async () => {
  let version = 1;
  const { client } = renderConsole(DAY_PAGE, "desk", { "GET /clubs/club-1/day": () => ({ body: dayBoard({ version, name: version === 1 ? "Ali Raza" : "Ali Raza Khan" }) }) });
  await screen.findByRole("button", { name: ALI });
  const before = client.getQueryData<ReturnType<typeof dayBoard>>(["day", "club-1", DAY]);
  version = 2;
  await act(() => client.invalidateQueries({ queryKey: ["day"] }));
  await screen.findByRole("button", { name: /Court 2, .* Ali Raza Khan, Booked/ });
  const after = client.getQueryData<ReturnType<typeof dayBoard>>(["day", "club-1", DAY]);
  expect(after?.courts[2]?.claims[0]).toBe(before?.courts[2]?.claims[0]); // the same object: its cell is not drawn again
  expect(after?.courts[1]?.claims[0]).not.toBe(before?.courts[1]?.claims[0]);
});

test("a day that does not load says so, with a way to try again", async () => {
  let down = true;
  const { user } = renderConsole(DAY_PAGE, "desk", { "GET /clubs/club-1/day": () => (down ? json(400, { code: "request.invalid", title: "No such day.", traceId: "trace-7" }) : { body: dayBoard() }) });
  expect(await screen.findByText("The day did not load")).toBeVisible();
  expect(screen.getByText(/trace-7/)).toBeVisible();
  down = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: ALI })).toBeVisible();
});

test("without a connection the board stays and says how old it is", async () => {
  renderConsole(DAY_PAGE, "desk");
  await screen.findByRole("button", { name: ALI });
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(await screen.findByText("No connection.")).toBeVisible();
  expect(screen.getByText(/What you see is from \d\d:\d\d/)).toBeVisible();
  expect(screen.getByRole("button", { name: ALI })).toBeVisible();
});

test("a closed day says so", async () => {
  renderConsole(DAY_PAGE, "desk", { "GET /clubs/club-1/day": () => ({ body: { ...dayBoard(), opensAt: null, closesAt: null, courts: dayBoard().courts.map((court) => ({ ...court, claims: [] })) } }) });
  expect(await screen.findByText("The club is closed on this day")).toBeVisible();
});
