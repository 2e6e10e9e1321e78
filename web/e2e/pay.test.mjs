// Paying in a real browser on a phone against the played gateways: one journey a way of paying, and what can go wrong on it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { assertAccessible, assertQuiet, launch, visitor } from "./browser.mjs";
import { bookWith, checkoutOf, newPayer, takeMoney } from "./money.mjs";
import { call, clockAt, dayAhead, freeSlots, theClub } from "./service.mjs";

const LENGTH = 90;
const FIRST_DAY = 3;
const DAYS = 9;
const PAID_MS = 40_000;
const SAME_CLICK_MS = 5_500;
const NOT_YET = /status of (404|429)/;
const PROOF = { name: "proof.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") };
let browser;
let club;
let staff;
let taken = 0;

before(async () => {
  browser = await launch();
  club = await theClub();
  staff = await takeMoney(club, ["jazzcash", "easypaisa", "payfast", "stripe"]);
});
after(async () => {
  await takeMoney(club, ["jazzcash", "easypaisa", "payfast", "stripe"]);
  await browser?.close();
});

/** Another free slot each time, spread over the days, so that journeys do not meet. */
async function someSlot() {
  const index = taken++;
  const days = FIRST_DAY + (index % DAYS);
  const slots = await freeSlots(club, dayAhead(club, days), LENGTH);
  assert.ok(slots.length > 0, "the day has a free slot");
  return { days, ...slots[(7 * index + 5) % slots.length] };
}

/** Somebody signed in on a phone. */
async function payer() {
  const someone = await visitor(browser);
  return { ...someone, ...(await newPayer(someone)) };
}

/** The same with a court held for the way of paying. */
async function held(payWith) {
  const someone = await payer();
  const { body: booking } = await bookWith(someone.token, await someSlot(), LENGTH, payWith);
  await someone.page.goto(`/games/${booking.bookingId}/pay`);
  return { ...someone, booking };
}

const payButton = (page) => page.getByRole("button", { name: /^Pay Rs/ });
const paid = (page) => page.getByText("Booked and paid").waitFor({ timeout: PAID_MS });

async function byPhone(page, phone, wallet = "JazzCash") {
  await page.getByLabel(`${wallet} mobile number`).fill(phone);
  if (wallet === "JazzCash") await page.getByLabel("Last 6 digits of the CNIC").fill("345678");
}

async function onPage(page, wallet) {
  await page.getByRole("radio", { name: `On the ${wallet} page` }).check();
  await payButton(page).click();
}

const atGateway = (page, button) => page.getByRole("button", { name: button, exact: true }).click({ timeout: PAID_MS });

async function bookedOnce({ token, booking }) {
  const { body } = await call("GET", `/api/v1/bookings/${booking.bookingId}`, { token, expect: 200 });
  assert.equal(body.status, "confirmed");
  assert.deepEqual(body.amountPaid, body.price, "paid once, not twice");
}

test("JazzCash's own page, from the slot to the receipt", async () => {
  const { context, page, complaints } = await payer();
  const slot = await someSlot();
  await page.goto(`/clubs/${club.slug}?date=${dayAhead(club, slot.days)}&length=${LENGTH}&after=00:00`);
  await page.getByRole("button", { name: new RegExp(`^${clockAt(slot.startsAt, club.timeZone)}, ${slot.courtName},`) }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("JazzCash", { exact: true }).click();
  await sheet.getByText("We hold the court for 10 minutes while you pay").waitFor();
  await assertAccessible(page, "the slot sheet with ways of paying");
  await sheet.getByRole("button", { name: /^Hold and pay Rs.*with JazzCash$/ }).click();
  await page.getByRole("timer").waitFor();
  await assertAccessible(page, "the pay page");
  await onPage(page, "JazzCash");
  await atGateway(page, "Pay");
  await paid(page);
  await page.getByRole("link", { name: /^Receipt/ }).click();
  await page.getByRole("heading", { name: /^Receipt / }).waitFor();
  await assertAccessible(page, "the receipt");
  const address = (await page.getByText(/^Verify it at/).innerText()).replace(/^Verify it at\s+[^/]+/, "").replace(/\s/g, "");
  await page.goto(address);
  await page.getByText("This receipt is genuine").waitFor();
  await assertAccessible(page, "the check of a receipt");
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("a JazzCash wallet by phone: pressed twice, loaded again, paid once", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  await byPhone(page, "0300 1234500");
  await payButton(page).dblclick();
  await page.getByRole("heading", { name: "Approve on your phone" }).waitFor();
  assert.match(page.url(), /payment=/);
  await assertAccessible(page, "waiting for the approval");
  await page.reload();
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("EasyPaisa's own pages, both legs", async () => {
  const { context, page, complaints, ...rest } = await held("easypaisa");
  await onPage(page, "EasyPaisa");
  await atGateway(page, "Continue");
  await atGateway(page, "Pay");
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("an EasyPaisa account by phone", async () => {
  const { context, page, complaints, ...rest } = await held("easypaisa");
  await byPhone(page, "0345 1234500", "EasyPaisa");
  await payButton(page).click();
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

for (const [route, gateways] of [["JazzCash", ["jazzcash", "easypaisa"]], ["PayFast", ["payfast", "easypaisa"]], ["Stripe", ["stripe"]]]) {
  test(`a card over ${route}, the club's first way for cards`, async () => {
    await takeMoney(club, gateways, ["at_club", "card"]);
    const { context, page, complaints, ...rest } = await held("card");
    await payButton(page).click();
    await atGateway(page, "Pay");
    await paid(page);
    await bookedOnce(rest);
    assertQuiet(complaints, NOT_YET);
    await context.close();
    await takeMoney(club, ["jazzcash", "easypaisa", "payfast", "stripe"]);
  });
}

test("a bank transfer: the details, a proof, and the club finds it", async () => {
  const { context, page, complaints, token, booking } = await held("bank_transfer");
  await page.getByText("We look for your transfer").waitFor();
  const reference = (await checkoutOf(token, booking.bookingId)).payment.reference;
  await page.getByText(reference, { exact: true }).waitFor();
  await page.getByLabel("Choose a picture or PDF").setInputFiles({ ...PROOF, buffer: Buffer.alloc(6 * 1024 * 1024) });
  await page.getByText("It is larger than 5 MB. Take a screenshot instead.").waitFor();
  await page.getByLabel("Choose a picture or PDF").setInputFiles(PROOF);
  await page.getByAltText("What you are about to send").waitFor();
  await assertAccessible(page, "the transfer");
  await page.getByRole("button", { name: "Send it" }).click();
  await page.getByText("The club has your proof.").waitFor();
  const { payment } = await checkoutOf(token, booking.bookingId);
  await call("POST", `/api/v1/clubs/${club.clubId}/transfers/${payment.paymentId}/matches`, { token: staff, key: randomUUID(), body: { amountMinor: payment.amount.amountMinor, note: "Seen in the bank's app" } });
  await page.reload();
  await paid(page);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("credit is added, pays a game at once, and tells its history", async () => {
  const { context, page, complaints, token } = await payer();
  await page.goto("/wallet");
  await page.getByRole("button", { name: "Add credit" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: /20,000/ }).click();
  await sheet.getByText("JazzCash", { exact: true }).click();
  await assertAccessible(page, "adding credit");
  await byPhone(sheet, "0300 1234500");
  await sheet.getByRole("button", { name: /^Add Rs.*with JazzCash$/ }).click();
  await page.getByText(/^Rs\s20,000 added$/).waitFor({ timeout: PAID_MS });
  await page.getByText(/^\+Rs\s20,000$/).waitFor();
  await assertAccessible(page, "the credit");
  const { body: booking } = await bookWith(token, await someSlot(), LENGTH, "wallet");
  await page.goto(`/games/${booking.bookingId}/pay`);
  await paid(page);
  await bookedOnce({ token, booking });
  await page.goto("/wallet");
  await page.getByText(/^−Rs/).waitFor();
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("a package is bought and pays a game with its minutes", async () => {
  const { context, page, complaints, token } = await payer();
  await call("POST", `/api/v1/clubs/${club.clubId}/plan-products`, { token: staff, key: randomUUID(), expect: 201, body: { kind: "package", name: `Ten hours ${randomUUID().slice(0, 6)}`, priceMinor: 4_000_000, minutes: 600, validDays: 90 } });
  await page.goto(`/clubs/${club.slug}/plans`);
  const offer = page.getByRole("button", { name: /^Buy Ten hours/ }).first();
  await offer.waitFor();
  await assertAccessible(page, "the plans");
  await offer.click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("JazzCash", { exact: true }).click();
  await byPhone(sheet, "0300 1234500");
  await sheet.getByRole("button", { name: /^Buy for Rs/ }).click();
  await page.getByRole("heading", { name: "Your plan is ready" }).waitFor({ timeout: PAID_MS });
  const { body: booking } = await bookWith(token, await someSlot(), LENGTH, "plan");
  await page.goto(`/games/${booking.bookingId}/pay`);
  await paid(page);
  await bookedOnce({ token, booking });
  await page.goto("/you");
  await page.getByText(/^510 of 600 min left/).waitFor();
  await assertAccessible(page, "you, with plans");
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("declined: said kindly, the court stays, and the next try is paid", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  await byPhone(page, "0300 1234501");
  await payButton(page).click();
  await page.getByText("JazzCash did not approve the payment").waitFor({ timeout: PAID_MS });
  await page.getByText(/is yours for \d+ more minutes/).waitFor();
  await assertAccessible(page, "a declined payment");
  await byPhone(page, "0300 1234500");
  await payButton(page).click();
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("cancelled on the gateway's page, then paid another way", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  await onPage(page, "JazzCash");
  await atGateway(page, "Cancel");
  await page.getByText("JazzCash did not approve the payment").waitFor({ timeout: PAID_MS });
  await page.getByRole("button", { name: "Pay another way" }).click();
  await page.getByText("EasyPaisa", { exact: true }).click();
  await byPhone(page, "0345 1234500", "EasyPaisa");
  await payButton(page).click();
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("back from the gateway's page without paying: nothing goes off by itself, and one can go on", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  await onPage(page, "JazzCash");
  await page.getByRole("button", { name: "Pay", exact: true }).waitFor({ timeout: PAID_MS });
  await page.goBack();
  await page.getByRole("button", { name: "Go to JazzCash" }).waitFor();
  await assertAccessible(page, "back without paying");
  await page.waitForTimeout(SAME_CLICK_MS); // sooner it would be a double click, which finds the same page again
  await page.getByRole("button", { name: "Go to JazzCash" }).click();
  await atGateway(page, "Pay");
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("no answer from JazzCash: it is asked, and the game follows", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  await byPhone(page, "0300 1234503");
  await payButton(page).click();
  await page.getByRole("heading", { name: "Approve on your phone" }).waitFor();
  await paid(page);
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET);
  await context.close();
});

test("two tabs pay at the same time: one payment, both see it", async () => {
  const { context, page, complaints, ...rest } = await held("jazzcash");
  const other = await context.newPage();
  await other.goto(`/games/${rest.booking.bookingId}/pay`);
  await Promise.all([page, other].map((tab) => byPhone(tab, "0300 1234500")));
  await Promise.all([page, other].map((tab) => payButton(tab).click()));
  await Promise.all([page, other].map(paid));
  await bookedOnce(rest);
  assertQuiet(complaints, NOT_YET, /status of (409|422)/);
  await context.close();
});

test("the court is given up while the money is on its way: the money is safe", async () => {
  const { context, page, complaints, token, booking } = await held("jazzcash");
  await byPhone(page, "0300 1234503");
  await payButton(page).click();
  await page.getByRole("heading", { name: "Approve on your phone" }).waitFor();
  await call("POST", `/api/v1/bookings/${booking.bookingId}/cancellation`, { token, key: randomUUID(), body: {}, expect: 200 });
  await page.getByRole("heading", { name: "Your money is safe" }).waitFor({ timeout: PAID_MS });
  await assertAccessible(page, "safe money");
  await page.getByRole("link", { name: "See your club credit" }).click();
  await page.getByText(/^\+Rs/).waitFor();
  assertQuiet(complaints, NOT_YET);
  await context.close();
});
