// The club's money set up for a journey, and what the simulated gateways are told, by the API.
import { randomUUID } from "node:crypto";
import { call, codeFor, newPhone } from "./service.mjs";
import { ownerAccount, tokenOf } from "./staff.mjs";

/** Where the gateways are played; `./test` and `./run` say it, else ten ports beside the product. */
export const simulators = (process.env.PADEL_SIMULATORS ?? "http://127.0.0.1:5090").replace(/\/$/, "");

const CREDENTIALS = {
  jazzcash: { merchantId: "MCTEST01", password: "pwTEST01", integritySalt: "salt0TEST1", merchantMpin: "1234" },
  easypaisa: { storeId: "12345", hashKey: "0123456789ABCDEF", username: "epuser", password: "eppass", accountNumber: "20001234" },
  payfast: { merchantId: "14833", securedKey: "secured-key-TEST", merchantName: "Margalla Padel Club" },
  stripe: { secretKey: "sk_test_padel", webhookSecret: "whsec_padel_test" },
};
const METHODS = ["at_club", "jazzcash", "easypaisa", "card", "bank_transfer", "wallet", "plan"];
const SETTLE_MS = 15_000;

/** The gateways that are on, and the ways of paying that come of them. Other gateways are switched off, so that a card goes where the test means. */
export async function takeMoney(club, gateways = ["jazzcash", "easypaisa"], methods = METHODS) {
  const token = await tokenOf(ownerAccount);
  const at = `/api/v1/clubs/${club.clubId}`;
  for (const [gateway, credentials] of Object.entries(CREDENTIALS)) {
    await call("PUT", `${at}/gateways/${gateway}`, { token, body: { enabled: gateways.includes(gateway), credentials }, expect: 200 });
  }
  const { body: now } = await call("GET", `${at}/money-settings`, { token, expect: 200 });
  await call("PUT", `${at}/money-settings`, {
    token, expect: 200, body: { ...now, methods, bank: { title: "Margalla Padel (Pvt) Ltd", iban: "PK36SCBL0000001123456702", bank: "Standard Chartered" }, tax: { label: "Sales tax", percent: 16, number: "3240-112233" } },
  });
  // Booking hears of it a moment later.
  const until = Date.now() + SETTLE_MS;
  while (Date.now() < until) {
    const { body } = await call("GET", `/api/v1/clubs/${club.clubId}`, { expect: 200 });
    if (methods.every((method) => body.paymentMethods.includes(method))) return token;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("The club did not begin to take money");
}

/** How the next payment of a vendor goes, whatever the payer types. */
export const next = (vendor, scenario) => control("next", { vendor, scenario });
export const control = async (path, body) => {
  const answer = await fetch(`${simulators}/control/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`/control/${path}: ${answer.status} ${await answer.text()}`);
};

export const bookWith = (token, slot, durationMinutes, payWith) =>
  call("POST", "/api/v1/bookings", { token, key: randomUUID(), expect: 201, body: { courtId: slot.courtId, startsAt: slot.startsAt, durationMinutes, payWith } });
export const checkoutOf = async (token, bookingId) => (await call("GET", `/api/v1/bookings/${bookingId}/checkout`, { token, expect: 200 })).body;

/** Signs somebody new in without the pages for it: the cookie goes to the browser, the token comes here. */
export async function newPayer({ context, page }, name = "Sara Malik") {
  const identifier = newPhone();
  await call("POST", "/api/v1/auth/codes", { body: { identifier }, expect: 202 });
  const answer = await context.request.post("/api/v1/auth/sessions", { data: { identifier, code: await codeFor(identifier), name, consent: true } });
  if (!answer.ok()) throw new Error(`sign in: ${answer.status()} ${await answer.text()}`);
  await page.addInitScript(() => window.localStorage.setItem("padel.signedIn", "1"));
  return { identifier, token: (await answer.json()).accessToken };
}
