// The player's journeys in a real browser against a running product: PADEL_URL=http://127.0.0.1:5080 npm run e2e
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertQuiet, desk, launch, phone, visitor } from "./browser.mjs";
import { book, clockAt, codeFor, dayAhead, freeSlots, newPhone, player, theClub } from "./service.mjs";

const LENGTH = 90;
const MISSING_PAGE = /status of 404/;
const LOST_RACE = /status of 409/;
let browser;
let club;

before(async () => {
  browser = await launch();
  club = await theClub();
});
after(() => browser?.close());

const clubPage = (days) => `/clubs/${club.slug}?date=${dayAhead(club, days)}&length=${LENGTH}&after=00:00`;
const cell = (page, slot) => page.getByRole("button", { name: new RegExp(`^${clockAt(slot.startsAt, club.timeZone)}, ${slot.courtName},`) });

/** A free slot in the middle of what is free, so that neighbours are free too and nothing passes meanwhile. */
async function someSlot(days, share = 0.5) {
  const slots = await freeSlots(club, dayAhead(club, days), LENGTH);
  assert.ok(slots.length > 0, "the day has a free slot");
  return slots[Math.floor(slots.length * share)];
}

async function signIn(page, name, identifier = newPhone()) {
  await page.getByLabel("Phone or email").fill(identifier);
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(identifier));
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Done" }).click();
  return identifier;
}

async function signedIn(days = 3) {
  const someone = await visitor(browser);
  await someone.page.goto(`/sign-in?next=${encodeURIComponent(clubPage(days))}`);
  await signIn(someone.page, "Sara Malik");
  await someone.page.getByRole("heading", { name: club.name }).waitFor();
  return someone;
}

test("a newcomer picks a slot, signs up with a code and has the court", async () => {
  const { context, page, complaints } = await visitor(browser);
  await page.goto("/");
  await page.getByRole("heading", { name: club.name }).waitFor();
  const slot = await someSlot(4);
  await page.goto(clubPage(4));
  await cell(page, slot).click();
  await page.getByText(/^Free to cancel until/).waitFor();
  await page.getByRole("button", { name: "Sign in and book" }).click();
  await page.getByText(/We keep your choice/).waitFor();
  await signIn(page, "Ali Raza");
  await page.getByText("Booked, pay at the club").waitFor();
  assert.match(page.url(), /\/games\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "My games", exact: true }).click();
  await page.getByRole("heading", { name: "My games" }).waitFor();
  await page.getByText(new RegExp(`${clockAt(slot.startsAt, club.timeZone)} to`)).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "My games" }).waitFor();
  await page.getByText(new RegExp(`${clockAt(slot.startsAt, club.timeZone)} to`)).waitFor();
  assertQuiet(complaints);
  await context.close();
});

test("a slot that somebody else takes is struck while you look", async () => {
  const slot = await someSlot(5);
  const { context, page, complaints } = await visitor(browser);
  const live = new Promise((done) => page.once("websocket", (socket) => socket.once("framereceived", done)));
  await page.goto(clubPage(5));
  await cell(page, slot).waitFor();
  // The first frame the service sends is the end of the handshake: from here on hints arrive.
  await live;
  const rival = await player("Omar Rival");
  assert.equal((await book(rival.token, slot, LENGTH)).status, 201);
  await cell(page, slot).waitFor({ state: "detached", timeout: 5000 });
  assertQuiet(complaints);
  await context.close();
});

test("too late: the next free ones are offered, and one tap takes one", async () => {
  const { context, page, complaints } = await signedIn(6);
  // Without hints, so that the tap really comes too late.
  await page.routeWebSocket(/\/hubs\/live/, (socket) => socket.close());
  const slot = await someSlot(6);
  await page.goto(clubPage(6));
  await cell(page, slot).click();
  const confirm = page.getByRole("button", { name: /^Book, pay Rs/ });
  await confirm.waitFor();
  const rival = await player("Daniel Rival");
  assert.equal((await book(rival.token, slot, LENGTH)).status, 201);
  await confirm.click();
  await page.getByRole("heading", { name: `${slot.courtName} has just gone` }).waitFor();
  await assertAccessible(page, "the lost slot");
  await page.getByRole("button", { name: /^Take it:/ }).first().click();
  await page.getByText("Booked, pay at the club").waitFor();
  assertQuiet(complaints, LOST_RACE);
  await context.close();
});

test("cancelling says what it costs before it is done", async () => {
  const { context, page, complaints } = await signedIn(7);
  const slot = await someSlot(7);
  await page.goto(clubPage(7));
  await cell(page, slot).click();
  await page.getByRole("button", { name: /^Book, pay Rs/ }).dblclick();
  await page.getByText("Booked, pay at the club").waitFor();
  await page.getByRole("button", { name: "Cancel this game" }).click();
  await page.getByText("Cancelling now costs nothing.").waitFor();
  await assertAccessible(page, "the cancel sheet");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Cancel this game" }).click();
  await page.goBack();
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Cancel this game" }).click();
  await page.getByRole("button", { name: "Cancel the game" }).click();
  await page.getByRole("main").getByText("Cancelled", { exact: true }).waitFor();
  const free = await freeSlots(club, dayAhead(club, 7), LENGTH);
  assert.ok(free.some((each) => each.courtId === slot.courtId && each.startsAt === slot.startsAt), "the court is free again");
  assertQuiet(complaints);
  await context.close();
});

test("an account with a password holds the court until its phone is proven", async () => {
  const { context, page, complaints } = await visitor(browser);
  const slot = await someSlot(8);
  const identifier = newPhone();
  await page.goto(clubPage(8));
  await cell(page, slot).click();
  await page.getByRole("button", { name: "Sign in and book" }).click();
  await page.getByRole("button", { name: "Use a password instead" }).click();
  await page.getByRole("button", { name: "New here? Sign up" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ahmed Khan");
  await page.getByLabel("Phone or email").fill(identifier);
  await page.getByLabel("Password", { exact: true }).fill("evening-game-at-eight");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("heading", { name: `${slot.courtName} is held for you` }).waitFor();
  await assertAccessible(page, "the held court");
  await page.getByLabel("Six-digit code").fill(await codeFor(identifier));
  await page.getByText("Booked, pay at the club").waitFor({ timeout: 15_000 });
  assertQuiet(complaints);
  await context.close();
});

for (const [name, size] of [["phone", phone], ["desk", desk]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every page is accessible: ${name}, ${colorScheme}`, async () => {
      const { context, page, complaints } = await visitor(browser, { ...size, colorScheme });
      const look = async (what) => {
        await page.waitForLoadState("networkidle");
        await assertAccessible(page, what);
      };
      await page.goto(clubPage(2));
      await page.getByRole("button", { name: /^\d\d:\d\d, / }).first().waitFor();
      await look("the club");
      await page.getByRole("button", { name: /^\d\d:\d\d, / }).first().click();
      await page.getByRole("dialog").waitFor();
      await look("the slot sheet");
      await page.goto("/games");
      await look("my games, signed out");
      await page.goto("/sign-in?next=/games");
      await look("sign in");
      const identifier = newPhone();
      await page.getByLabel("Phone or email").fill(identifier);
      await page.getByRole("button", { name: "Send the code" }).click();
      await page.getByLabel("Six-digit code").waitFor();
      await look("the code");
      await page.getByLabel("Six-digit code").fill(await codeFor(identifier));
      await page.getByLabel("Name", { exact: true }).waitFor();
      await look("who are you");
      await page.getByLabel("Name", { exact: true }).fill("Zainab Iqbal");
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByText("No game coming up").waitFor();
      await look("my games, empty");
      await page.getByRole("link", { name: "You", exact: true }).click();
      await page.getByText("Where you are signed in").waitFor();
      await look("you");
      assertQuiet(complaints);
      await page.goto("/nothing-here");
      await page.getByText("There is no page here").waitFor();
      await look("no such page");
      assertQuiet(complaints, MISSING_PAGE);
      await context.close();
    });
  }
}
