// The club's people in a development installation, and what they do by the API beside the one who is watched.
import { randomUUID } from "node:crypto";
import { call } from "./service.mjs";

/** The accounts `./run` prints; another installation names its own in PADEL_DESK and PADEL_OWNER as "identifier password". */
const account = (variable, identifier, password) => {
  const [given, word] = (process.env[variable] ?? "").split(" ");
  return given && word ? { identifier: given, password: word } : { identifier, password };
};
export const deskAccount = account("PADEL_DESK", "desk@margalla.test", "court-six-lights");
export const ownerAccount = account("PADEL_OWNER", "owner@margalla.test", "margalla-hills-view");

export async function tokenOf({ identifier, password }) {
  const { body } = await call("POST", "/api/v1/auth/sessions?tokens=body", { body: { identifier, password }, expect: 201 });
  return body.accessToken;
}

export async function signInAs(page, { identifier, password }) {
  await page.getByLabel("Phone or email").fill(identifier);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export const boardOf = (page) => page.getByRole("region", { name: /^Day board/ });

export async function openDay(page, club, date, who) {
  await page.goto(`/console/${club.slug}/day/${date}`);
  if (who) await signInAs(page, who);
  await boardOf(page).waitFor();
}

export const bookAtDesk = (token, club, slot, durationMinutes, name) =>
  call("POST", `/api/v1/clubs/${club.clubId}/desk-bookings`, { token, key: randomUUID(), body: { courtId: slot.courtId, startsAt: slot.startsAt, durationMinutes, guest: { name } }, expect: 201 });
