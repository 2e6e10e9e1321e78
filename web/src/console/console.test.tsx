import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { signedOut } from "@/shared/api/session";
import { club } from "@/test/samples";
import { json } from "@/test/server";
import { DAY_PAGE, renderConsole } from "./test-console";

vi.mock("@/shared/api/live", () => ({ useDayChanged: () => undefined }));

const rail = async () => within((await screen.findAllByRole("navigation", { name: "Console" }))[0]!);

test("the desk sees the day; import, staff and sorting out are for who runs the club", async () => {
  renderConsole(DAY_PAGE, "desk");
  expect((await rail()).getAllByRole("link").map((link) => link.getAttribute("aria-label") ?? link.textContent)).toEqual(["Day", "Money", "You"]);
});

test("a manager sees all of it", async () => {
  renderConsole(DAY_PAGE, "manager");
  expect((await rail()).getAllByRole("link").map((link) => link.getAttribute("aria-label") ?? link.textContent)).toEqual(["Day", "Money", "Sort out", "Import", "Settings", "Staff", "You"]);
});

test("an address that is not for the desk is no page for the desk", async () => {
  const { service } = renderConsole(`/console/${club.slug}/staff`, "desk");
  expect(await screen.findByText("There is no page here")).toBeVisible();
  expect(service.of("GET /clubs/club-1/staff")).toHaveLength(0);
});

test("one club opens at once, at its own today", async () => {
  const { place } = renderConsole("/console", "desk");
  await waitFor(() => expect(place.pathname).toBe(`/console/${club.slug}/day/${club.today}`));
});

test("without a role one is told plainly, and can leave", async () => {
  renderConsole("/console", null);
  expect(await screen.findByText("No club has you on its staff")).toBeVisible();
  expect(screen.getByRole("button", { name: "Sign out" })).toBeVisible();
});

test("somebody else's club stays closed", async () => {
  renderConsole(DAY_PAGE, null);
  expect(await screen.findByText("This is not your club")).toBeVisible();
});

test("signing in leads on to where one wanted to go, through the second factor", async () => {
  const { user, place } = renderConsole(DAY_PAGE, "owner", {
    "POST /auth/sessions": () => json(401, { code: "identity.second_factor_needed", title: "One more step", challenge: "c-1" }),
    "POST /auth/sessions/second-factor": (call) => ((call.body as { otp: string }).otp === "123456"
      ? { status: 201, body: { userId: "user-1", accessToken: "token", expiresInSeconds: 600 } } : json(401, { code: "identity.bad_credentials", title: "That code is not right." })),
  });
  signedOut();
  await waitFor(() => expect(place.pathname).toBe("/console/sign-in"));
  await user.type(screen.getByLabelText("Phone or email"), "owner@club.test");
  await user.type(screen.getByLabelText("Password", { selector: "[type=password]" }), "a long password");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  const code = await screen.findByLabelText("Your second factor");
  await user.type(code, "000000");
  expect(await screen.findByText("That code is not right.")).toBeVisible();
  await user.clear(code);
  await user.type(code, "123456");
  await waitFor(() => expect(place.pathname).toBe(DAY_PAGE));
});

test("a parked event is tried again with one press", async () => {
  let items = [{ eventId: "e-1", service: "booking", type: "padel.booking.booking-cancelled.v1", occurredAt: "2030-11-26T10:00:00Z", parkedAt: "2030-11-26T11:00:00Z", attempts: 6, lastError: "No answer" }];
  const { user } = renderConsole(`/console/${club.slug}/sort-out`, "owner", {
    "GET /clubs/club-1/parked-events": () => ({ body: { items } }),
    "POST /clubs/club-1/parked-events/e-1/retries": () => { items = []; return { body: {} }; },
  });
  await user.click(await screen.findByRole("button", { name: "Try Booking cancelled again" }));
  expect(await screen.findByText("Nothing to sort out")).toBeVisible();
});

test("a manager adds and removes desk people, but not owners", async () => {
  const entry = (userId: string, name: string, role: string) => ({ userId, name, role, phone: "+923001234567", email: null });
  const { user, service } = renderConsole(`/console/${club.slug}/staff`, "manager", {
    "GET /clubs/club-1/staff": () => ({ body: { items: [entry("u-1", "Omar Owner", "owner"), entry("u-2", "Dina Desk", "desk")] } }),
    "POST /clubs/club-1/staff": () => json(404, { code: "identity.unknown_person", title: "Nobody has proved this phone or email yet." }),
    "DELETE /clubs/club-1/staff/u-2": () => json(204, null),
  });
  expect(await screen.findByText("Omar Owner")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Remove Omar Owner" })).not.toBeInTheDocument();
  expect(within(screen.getByLabelText("Role")).getAllByRole("option").map((option) => option.textContent)).toEqual(["Desk"]);
  await user.type(screen.getByLabelText("Phone or email"), "0300 9999999");
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("Nobody has proved this phone or email yet.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Remove Dina Desk" }));
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await waitFor(() => expect(service.of("DELETE /clubs/club-1/staff/u-2")).toHaveLength(1));
});
