// Other people, by the API; and the messages they would have been sent (development only).
import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import { address } from "./browser.mjs";

const WAIT_FOR_MESSAGE_MS = 10_000;

export const newPhone = () => `+9230${randomInt(10_000_000, 99_999_999)}`;

export async function call(method, path, { body, token, key, expect } = {}) {
  const answer = await fetch(`${address}${path}`, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(key ? { "Idempotency-Key": key } : {}) },
  });
  const text = await answer.text();
  const said = text ? JSON.parse(text) : {};
  if (expect) assert.equal(answer.status, expect, `${method} ${path}: ${text}`);
  return { status: answer.status, body: said };
}

/** The newest code sent to a phone or address, younger than `since`. */
export async function codeFor(to, since = 0) {
  const until = Date.now() + WAIT_FOR_MESSAGE_MS;
  while (Date.now() < until) {
    const { body } = await call("GET", `/dev/outbox?to=${encodeURIComponent(to)}`);
    const found = (body.items ?? []).find((item) => item.code && Date.parse(item.sentAt) >= since);
    if (found) return found.code;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`No code arrived for ${to}`);
}

/** A player with a proven phone. */
export async function player(name) {
  const identifier = newPhone();
  await call("POST", "/api/v1/auth/codes", { body: { identifier }, expect: 202 });
  const code = await codeFor(identifier);
  const { body } = await call("POST", "/api/v1/auth/sessions?tokens=body", { body: { identifier, code, name, consent: true }, expect: 201 });
  return { identifier, token: body.accessToken, userId: body.userId };
}

export const theClub = async () => (await call("GET", "/api/v1/clubs", { expect: 200 })).body.items[0];

export const dayAhead = (club, days) => new Date(Date.parse(`${club.today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Free slots of a day for a length, evenings first. */
export async function freeSlots(club, date, durationMinutes) {
  const { body } = await call("GET", `/api/v1/clubs/${club.clubId}/availability?date=${date}`, { expect: 200 });
  return body.courts
    .flatMap((court) => court.slots.filter((slot) => slot.options.some((option) => option.durationMinutes === durationMinutes)).map((slot) => ({ courtId: court.courtId, courtName: court.name, startsAt: slot.startsAt })))
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

export const book = (token, slot, durationMinutes) =>
  call("POST", "/api/v1/bookings", { token, key: randomUUID(), body: { courtId: slot.courtId, startsAt: slot.startsAt, durationMinutes, payWith: "at_club" } });

export const clockAt = (instant, timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));
