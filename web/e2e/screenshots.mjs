// Pictures of every player page for docs/screens, light and dark, phone and desk: PADEL_URL=... npm run screenshots
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { desk, launch, phone, visitor } from "./browser.mjs";
import { book, clockAt, codeFor, dayAhead, freeSlots, newPhone, player, theClub } from "./service.mjs";

const folder = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
mkdirSync(folder, { recursive: true });
const LENGTH = 90;

const browser = await launch();
const club = await theClub();

for (const [size, options] of [["phone", phone], ["desk", desk]]) {
  for (const colorScheme of ["light", "dark"]) await shoot(size, { ...options, colorScheme });
}
await browser.close();

async function shoot(size, options) {
  const { context, page } = await visitor(browser, options);
  const save = async (name, fullPage = false) => {
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(300);
    // A taller window rather than a full-page picture: what is fixed to the bottom stays there.
    const height = fullPage ? await page.evaluate(() => document.documentElement.scrollHeight) : options.viewport.height;
    await page.setViewportSize({ ...options.viewport, height: Math.max(height, options.viewport.height) });
    await page.screenshot({ path: `${folder}player-${name}-${size}-${options.colorScheme}.png` });
    await page.setViewportSize(options.viewport);
  };
  const clubPage = (days) => `/clubs/${club.slug}?date=${dayAhead(club, days)}&length=${LENGTH}`;
  const slotsOf = async (days) => (await freeSlots(club, dayAhead(club, days), LENGTH)).filter((slot) => clockAt(slot.startsAt, club.timeZone) >= "17:00");
  const cell = (slot) => page.getByRole("button", { name: new RegExp(`^${clockAt(slot.startsAt, club.timeZone)}, ${slot.courtName},`) });

  await page.goto(clubPage(2));
  await page.getByRole("button", { name: /^\d\d:\d\d, / }).first().waitFor();
  await save("club");

  const { days, first, second } = await pick(slotsOf, 3);
  await page.goto(clubPage(days));
  await cell(first).click();
  await page.getByRole("dialog").waitFor();
  await save("slot");

  await page.getByRole("button", { name: "Sign in and book" }).click();
  await page.getByLabel("Phone or email").waitFor();
  await save("sign-in");
  const identifier = newPhone();
  await page.getByLabel("Phone or email").fill(identifier);
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("Six-digit code").waitFor();
  const code = await codeFor(identifier);
  await page.getByLabel("Six-digit code").fill(code.slice(0, 3));
  await save("code");
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByLabel("Name", { exact: true }).fill("Ali Raza");
  await page.getByRole("checkbox").check();
  await save("about-you");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("Booked, pay at the club").waitFor();
  await save("booked", true);

  await page.routeWebSocket(/\/hubs\/live/, (socket) => socket.close());
  await page.goto(clubPage(days));
  await cell(second).click();
  await page.getByRole("button", { name: /^Book, pay Rs/ }).waitFor();
  await book((await player("Sara Malik")).token, second, LENGTH);
  await page.getByRole("button", { name: /^Book, pay Rs/ }).click();
  await page.getByRole("alertdialog").waitFor();
  await save("slot-lost");
  await page.getByRole("button", { name: /^Take it:/ }).first().click();
  await page.getByText("Booked, pay at the club").waitFor();
  await page.getByRole("button", { name: "Cancel this game" }).click();
  await page.getByRole("alertdialog").waitFor();
  await save("cancel");
  await page.getByRole("button", { name: "Cancel the game" }).click();
  await page.getByRole("alertdialog").waitFor({ state: "detached" });

  const later = await pick(slotsOf, days + 1);
  await page.goto(clubPage(later.days));
  await cell(later.first).click();
  await page.getByRole("button", { name: /^Book, pay Rs/ }).click();
  await page.getByText("Booked, pay at the club").waitFor();
  await page.goto("/games");
  await page.getByText("Coming up").waitFor();
  await save("my-games", true);
  await page.goto("/you");
  await page.getByText("Where you are signed in").waitFor();
  await save("you", true);
  await page.goto("/nothing-here");
  await save("not-found");
  await context.close();
  await held(size, options, slotsOf, clubPage);
}

/** The held court needs an account whose phone is not proven yet. */
async function held(size, options, slotsOf, clubPage) {
  const { context, page } = await visitor(browser, options);
  const { days, first: slot } = await pick(slotsOf, 9);
  await page.goto(clubPage(days));
  await page.getByRole("button", { name: new RegExp(`^${clockAt(slot.startsAt, club.timeZone)}, ${slot.courtName},`) }).click();
  await page.getByRole("button", { name: "Sign in and book" }).click();
  await page.getByRole("button", { name: "Use a password instead" }).click();
  await page.getByRole("button", { name: "New here? Sign up" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ahmed Khan");
  await page.getByLabel("Phone or email").fill(newPhone());
  await page.getByLabel("Password", { exact: true }).fill("evening-game-at-eight");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("timer").waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}player-held-${size}-${options.colorScheme}.png` });
  await page.getByRole("button", { name: "Give up the court" }).click();
  await page.getByRole("button", { name: "Cancel the game" }).click();
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await context.close();
}

/** The first day from `from` on whose evening has room, and two slots of it on different courts. */
async function pick(slotsOf, from) {
  for (let days = from; days < club.limits.daysAhead; days++) {
    const slots = await slotsOf(days);
    const first = slots[Math.floor(slots.length / 3)];
    const second = slots.find((slot) => slot.courtId !== first.courtId && slot.startsAt > first.startsAt);
    if (second) return { days, first, second };
  }
  throw new Error(`No evening from day ${from} on has room for pictures`);
}
