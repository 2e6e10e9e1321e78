// The desk's journeys in a real browser against a running product: PADEL_URL=http://127.0.0.1:5080 npm run e2e
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible, assertQuiet, desk, launch, visitor } from "./browser.mjs";
import { call, clockAt, dayAhead, freeSlots, theClub } from "./service.mjs";
import { boardOf, bookAtDesk, deskAccount, openDay, ownerAccount, signInAs, tokenOf } from "./staff.mjs";

const LENGTH = 90;
const CONFLICT = /status of 409/;
const MISSING = /status of 404/;
const LIVE_MS = 5_000;
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };
const samples = fileURLToPath(new URL("../../samples/pilot-club/", import.meta.url));
let browser;
let club;

before(async () => {
  browser = await launch();
  club = await theClub();
});
after(() => browser?.close());

const time = (instant) => clockAt(instant, club.timeZone);
const plus = (instant, minutes) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const place = (page, slot) => page.getByRole("button", { name: `${slot.courtName}, ${time(slot.startsAt)}, free`, exact: true });
const game = (page, slot, name) => boardOf(page).getByRole("button", { name: new RegExp(`^${slot.courtName}, ${time(slot.startsAt)} to .*, ${name},`) });
const unique = (name) => `${name} ${Math.random().toString(36).slice(2, 7)}`;

/** A free slot away from the day's edges. */
async function someSlot(days, share = 0.5) {
  const slots = await freeSlots(club, dayAhead(club, days), LENGTH);
  assert.ok(slots.length > 0, "the day has a free slot");
  return slots[Math.floor(slots.length * share)];
}

async function atDesk(days, options = desk) {
  const someone = await visitor(browser, options);
  await openDay(someone.page, club, dayAhead(club, days), deskAccount);
  return someone;
}

test("the desk signs in, keeps the page it wanted, and books a walk-in with two presses", async () => {
  const { context, page, complaints } = await atDesk(3);
  assert.match(page.url(), new RegExp(`/console/${club.slug}/day/${dayAhead(club, 3)}$`));
  const slot = await someSlot(3);
  await place(page, slot).click();
  await page.getByRole("form", { name: "New booking" }).getByText(/^Rs/).waitFor();
  await page.getByRole("button", { name: `Book ${slot.courtName}, ${time(slot.startsAt)}` }).click();
  await game(page, slot, "Walk-in").waitFor();
  await page.getByRole("heading", { name: "Walk-in" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Walk-in" }).waitFor();
  assertQuiet(complaints);
  await context.close();
});

test("a block with a booking in the way names it, leads to it, and nothing is pushed aside", async () => {
  const { context, page, complaints } = await atDesk(4);
  const slot = await someSlot(4);
  const name = unique("Lena");
  await bookAtDesk(await tokenOf(deskAccount), club, slot, LENGTH, name);
  await game(page, slot, name).waitFor();
  await page.keyboard.press("b");
  const form = page.getByRole("form", { name: "Block courts" });
  await form.getByRole("checkbox", { name: slot.courtName }).check();
  await form.getByLabel("From").selectOption({ label: time(slot.startsAt) });
  await form.getByLabel("Until").selectOption({ label: time(plus(slot.startsAt, 60)) });
  await form.getByLabel("Reason").fill("Net repair");
  await form.getByRole("button", { name: "Block" }).click();
  await form.getByRole("button", { name: new RegExp(`^${slot.courtName}, .*${name}`) }).click();
  await page.getByRole("heading", { name }).waitFor();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await page.getByText(/^Cancelling now costs/).waitFor();
  await page.getByRole("form").getByRole("button", { name: /^Cancel/ }).click();
  await place(page, slot).waitFor();
  await page.keyboard.press("b");
  await form.getByRole("checkbox", { name: slot.courtName }).check();
  await form.getByLabel("From").selectOption({ label: time(slot.startsAt) });
  await form.getByLabel("Until").selectOption({ label: time(plus(slot.startsAt, 60)) });
  await form.getByLabel("Reason").fill("Net repair");
  await form.getByRole("button", { name: "Block" }).click();
  const block = boardOf(page).getByRole("button", { name: new RegExp(`^${slot.courtName}, ${time(slot.startsAt)} to .*Net repair, Blocked`) });
  await block.click();
  await page.getByRole("button", { name: "Lift the block" }).click();
  await page.getByRole("button", { name: "Lift it now" }).click();
  await place(page, slot).waitFor();
  assertQuiet(complaints, CONFLICT);
  await context.close();
});

test("a game moves to another day, with the difference said before", async () => {
  const { context, page, complaints } = await atDesk(5);
  const slot = await someSlot(5);
  const name = unique("Ahmed");
  await bookAtDesk(await tokenOf(deskAccount), club, slot, LENGTH, name);
  await game(page, slot, name).click();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByLabel("Day", { exact: true }).fill(dayAhead(club, 6));
  await page.waitForURL(new RegExp(`/day/${dayAhead(club, 6)}`));
  const target = await someSlot(6, 0.3);
  await page.getByLabel("Court", { exact: true }).selectOption({ label: target.courtName });
  await page.getByLabel("Start").selectOption({ label: time(target.startsAt) });
  await page.getByText(/more to pay|Rs.* less|Same price/).waitFor();
  await page.getByRole("form").getByRole("button", { name: "Move" }).click();
  await game(page, target, name).waitFor();
  await page.getByText(new RegExp(`${name} is on ${target.courtName}`)).waitFor();
  assertQuiet(complaints);
  await context.close();
});

test("what another session books and cancels appears and goes while one looks", async () => {
  const { context, page, complaints } = await atDesk(7);
  const slot = await someSlot(7);
  const name = unique("Omar");
  await page.getByRole("status").getByText("Live").waitFor();
  await place(page, slot).focus();
  const token = await tokenOf(deskAccount);
  const { body: booking } = await bookAtDesk(token, club, slot, LENGTH, name);
  await game(page, slot, name).waitFor({ timeout: LIVE_MS });
  await call("POST", `/api/v1/bookings/${booking.bookingId}/cancellation`, { token, body: { reason: "The same session" }, expect: 200 });
  await place(page, slot).waitFor({ timeout: LIVE_MS });
  assertQuiet(complaints);
  await context.close();
});

test("a place lost meanwhile says who has it and what is free", async () => {
  const { context, page, complaints } = await atDesk(8);
  // Without hints, so that the press really comes too late.
  await page.routeWebSocket(/\/hubs\/live/, (socket) => socket.close());
  await page.reload();
  const slot = await someSlot(8);
  const name = unique("Rival");
  await place(page, slot).click();
  const book = page.getByRole("button", { name: `Book ${slot.courtName}, ${time(slot.startsAt)}` });
  await book.waitFor();
  await bookAtDesk(await tokenOf(deskAccount), club, slot, LENGTH, name);
  await book.click();
  await page.getByText(new RegExp(`${slot.courtName} has just gone to ${name}`)).waitFor();
  await page.getByText("These are free right now:").waitFor();
  assertQuiet(complaints, CONFLICT);
  await context.close();
});

test("the board is walked by keyboard alone", async () => {
  const { context, page, complaints } = await atDesk(9);
  const slot = await someSlot(9);
  await place(page, slot).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("form", { name: "New booking" }).waitFor();
  await page.keyboard.type("Keyboard Khan");
  await page.keyboard.press("Enter");
  await game(page, slot, "Keyboard Khan").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await page.waitForURL(new RegExp(`/day/${club.today}$`));
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assertQuiet(complaints);
  await context.close();
});

test("importing the club's files again changes nothing and says so", async () => {
  const { context, page, complaints } = await visitor(browser, desk);
  await page.goto(`/console/${club.slug}/import`);
  await signInAs(page, ownerAccount);
  await page.getByLabel("Club set-up").setInputFiles(`${samples}club.json`);
  await page.getByLabel("Members").setInputFiles(`${samples}members.csv`);
  await page.getByLabel("Booking log").setInputFiles(`${samples}bookings.csv`);
  await page.getByRole("button", { name: "Import" }).click();
  const report = page.getByRole("region", { name: "Import finished" });
  await report.waitFor({ timeout: 120_000 });
  assert.match(await report.innerText(), /3,217/);
  await assertAccessible(page, "the import report");
  await page.getByRole("region", { name: "Refused rows" }).getByLabel("Reason").selectOption({ index: 1 });
  const saved = page.waitForEvent("download");
  await page.getByRole("region", { name: "Refused rows" }).getByRole("button", { name: "Save as CSV" }).click();
  assert.equal((await saved).suggestedFilename(), "refused-rows.csv");
  assertQuiet(complaints);
  await context.close();
});

test("without a connection the board stays, with its age", async () => {
  const { context, page } = await atDesk(2);
  await context.setOffline(true);
  await page.getByText("No connection.").waitFor();
  await page.getByText(/What you see is from \d\d:\d\d/).waitFor();
  assert.ok(await boardOf(page).isVisible());
  await context.close();
});

for (const [name, size] of [["desk", desk], ["tablet", tablet]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`what one sees is accessible: ${name}, ${colorScheme}`, async () => {
      const { context, page, complaints } = await visitor(browser, { ...size, colorScheme });
      const look = async (what) => {
        await page.waitForLoadState("networkidle");
        await assertAccessible(page, what);
      };
      await page.goto("/console/sign-in");
      await look("sign in");
      await signInAs(page, ownerAccount);
      await boardOf(page).waitFor();
      await look("the day");
      const slot = await someSlot(10);
      await openDay(page, club, dayAhead(club, 10));
      await place(page, slot).click();
      await page.getByRole("form", { name: "New booking" }).waitFor();
      await look("new booking");
      await page.getByRole("combobox", { name: "Who" }).fill("a");
      await page.getByRole("combobox", { name: "Who" }).fill("ali");
      await page.getByRole("option").first().waitFor();
      await look("members found");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Book Court/ }).click();
      await page.getByRole("button", { name: "Move", exact: true }).waitFor();
      await look("a booking");
      if (size === tablet) {
        assertQuiet(complaints);
        return context.close();
      }
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await page.getByRole("form", { name: /^Move/ }).waitFor();
      await look("move");
      await page.keyboard.press("Escape");
      await game(page, slot, "ali").click();
      await page.getByRole("button", { name: "Cancel booking" }).click();
      await page.getByText(/^Cancelling now costs/).waitFor();
      await look("cancel");
      await page.getByRole("form").getByRole("button", { name: /^Cancel/ }).click();
      await place(page, slot).waitFor();
      await page.getByRole("button", { name: "Block", exact: true }).click();
      await page.getByRole("form", { name: "Block courts" }).waitFor();
      await look("block");
      for (const [path, sign] of [["sort-out", /wait here until/], ["staff", /Add somebody/], ["import", /Choose a file/], ["you", /Sign out/]]) {
        await page.goto(`/console/${club.slug}/${path}`);
        await page.getByText(sign).first().waitFor();
        await look(path);
      }
      assertQuiet(complaints);
      await page.goto("/console/no-such-club/day");
      await page.getByText("There is no such club").waitFor();
      await look("no such club");
      assertQuiet(complaints, MISSING);
      await context.close();
    });
  }
}
