// Pictures of every console page for docs/screens, light and dark, desk and tablet: PADEL_URL=... npm run screenshots
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, visitor } from "./browser.mjs";
import { clockAt, dayAhead, freeSlots, theClub } from "./service.mjs";
import { boardOf, openDay, ownerAccount, signInAs } from "./staff.mjs";

const folder = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const samples = fileURLToPath(new URL("../../samples/pilot-club/", import.meta.url));
mkdirSync(folder, { recursive: true });
const SETTLE_MS = 700;
const EVENING_MINUTES = 14 * 60 + 12; // 19:12 at a club five hours ahead: the board in the middle of its busiest hours
const sizes = { desk: { viewport: { width: 1440, height: 980 } }, tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true } };

const browser = await launch();
const club = await theClub();
for (const [size, options] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"]) await shoot(size, { ...options, colorScheme });
}
await browser.close();

async function shoot(size, options) {
  const { context, page } = await visitor(browser, options);
  const save = async (name) => {
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: `${folder}console-${name}-${size}-${options.colorScheme}.png` });
  };
  const booked = () => boardOf(page).getByRole("button", { name: /^Court \d, .*, Booked, / }).first();

  await page.clock.setSystemTime(new Date(Date.parse(`${club.today}T00:00:00Z`) + EVENING_MINUTES * 60_000));
  await page.goto("/console/sign-in");
  await save("sign-in");
  await signInAs(page, ownerAccount);
  await boardOf(page).waitFor();
  await openDay(page, club, club.today);
  await save("day");
  if (await booked().count()) {
    await booked().click();
    await save("booking");
  }
  const [slot] = (await freeSlots(club, dayAhead(club, 1), 90)).slice(-12);
  await openDay(page, club, dayAhead(club, 1));
  await page.getByRole("button", { name: `${slot.courtName}, ${clockAt(slot.startsAt, club.timeZone)}, free`, exact: true }).click();
  await page.getByRole("combobox", { name: "Who" }).pressSequentially("ayesha");
  await save("new-booking");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  if (await booked().count()) {
    await booked().click();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByLabel("Start").selectOption({ index: 20 });
    await save("move");
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await page.getByRole("form").getByRole("checkbox", { name: "Court 2" }).check();
  await save("block");
  await page.keyboard.press("Escape");
  for (const path of ["sort-out", "staff", "you"]) {
    await page.goto(`/console/${club.slug}/${path}`);
    await save(path);
  }
  await page.goto(`/console/${club.slug}/import`);
  await page.getByLabel("Club set-up").setInputFiles(`${samples}club.json`);
  await page.getByLabel("Members").setInputFiles(`${samples}members.csv`);
  await page.getByLabel("Booking log").setInputFiles(`${samples}bookings.csv`);
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("region", { name: "Import finished" }).waitFor({ timeout: 120_000 });
  await save("import");
  await context.close();
}
