import { beforeEach, expect, test, vi } from "vitest";
import { api } from "./client";
import { ApiError, NoAnswerError } from "./errors";
import { signedIn, signedOut } from "./session";

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" } });
const tokens = (accessToken: string) => ({ userId: "u", accessToken, expiresInSeconds: 600 });

beforeEach(() => signedOut());

test("a refusal keeps its code, its sentence, its fields and its trace", async () => {
  vi.stubGlobal("fetch", vi.fn(async () => json(400, { code: "request.invalid", title: "Invalid", detail: "The phone is no phone.", traceId: "abc", errors: { phone: ["No phone"] } })));
  const error = await api.post("/x", { body: {} }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: "request.invalid", status: 400, message: "The phone is no phone.", traceId: "abc", errors: { phone: ["No phone"] }, retryable: false });
});

test("no connection is told apart from a refusal", async () => {
  vi.stubGlobal("fetch", vi.fn(async () => { throw new TypeError("Failed to fetch"); }));
  await expect(api.get("/x")).rejects.toMatchObject({ name: NoAnswerError.name, reason: "offline" });
});

test("a visitor never asks for a session", async () => {
  const fetched = vi.fn(async () => json(200, {}));
  vi.stubGlobal("fetch", fetched);
  await api.get("/clubs");
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("a token that was refused is renewed once, for all calls together", async () => {
  signedIn(tokens("old"));
  const fetched = vi.fn(async (url: string, init: RequestInit) => {
    if (url.endsWith("/refresh")) return json(200, tokens("new"));
    return new Headers(init.headers).get("Authorization") === "Bearer new" ? json(200, { fine: true }) : json(401, { code: "auth.expired" });
  });
  vi.stubGlobal("fetch", fetched);
  await expect(Promise.all([api.get("/a"), api.get("/b"), api.get("/c")])).resolves.toEqual([{ fine: true }, { fine: true }, { fine: true }]);
  expect(fetched.mock.calls.filter(([url]) => url.endsWith("/refresh"))).toHaveLength(1);
});

test("an ended session signs out instead of asking for ever", async () => {
  signedIn(tokens("old"));
  vi.stubGlobal("fetch", vi.fn(async () => json(401, { code: "identity.session_ended" })));
  await expect(api.get("/me")).rejects.toMatchObject({ status: 401 });
  expect(localStorage.getItem("padel.signedIn")).toBeNull();
});

test("the key of an intent travels with it", async () => {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => json(201, {}));
  vi.stubGlobal("fetch", fetched);
  await api.post("/bookings", { body: { a: 1 }, idempotencyKey: "k1", query: { date: "2026-11-26", none: undefined } });
  expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/bookings?date=2026-11-26");
  expect(new Headers(fetched.mock.calls[0]?.[1].headers).get("Idempotency-Key")).toBe("k1");
});
