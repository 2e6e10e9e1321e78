import { useSyncExternalStore } from "react";
import { ApiError } from "./errors";
import { read, send } from "./http";
import type { Tokens } from "./types";

/**
 * Who is signed in. The access token lives in memory only; the refresh token is an HttpOnly cookie that no script can read.
 * All tabs share one refresh at a time (Web Locks) and tell each other the result.
 */
type State = { token: string | null; expiresAt: number };

/** Says that there may be a session, so that visitors without one do not ask in vain. Holds no secret. */
const HINT = "padel.signedIn";
const LOCK = "padel.refresh";
/** A token that runs out within this time is renewed before it is used. */
const RENEW_BEFORE_MS = 30_000;

let state: State = { token: null, expiresAt: 0 };
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("padel.session");

channel?.addEventListener("message", (event: MessageEvent<State>) => set(event.data, false));

function set(next: State, tellOthers = true): void {
  const was = isSignedIn();
  state = next;
  if (next.token) localStorage.setItem(HINT, "1");
  else localStorage.removeItem(HINT);
  if (tellOthers) channel?.postMessage(next);
  if (was !== isSignedIn()) for (const listener of listeners) listener();
}

function isSignedIn(): boolean {
  return state.token !== null || localStorage.getItem(HINT) === "1";
}

export function signedIn(tokens: Pick<Tokens, "accessToken" | "expiresInSeconds">): void {
  set({ token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresInSeconds * 1000 });
}

export function signedOut(): void {
  set({ token: null, expiresAt: 0 });
}

/** The token to send, renewed when it is about to run out; null for a visitor. */
export async function accessToken(): Promise<string | null> {
  if (!isSignedIn()) return null;
  if (state.token && state.expiresAt - RENEW_BEFORE_MS > Date.now()) return state.token;
  return refresh(state.token);
}

/** A fresh token after a change of what it says, such as the name. */
export async function renewToken(): Promise<void> {
  await refresh(state.token);
}

/** A new token in place of `used`. Null when the session has ended; throws when nobody answered. */
export async function refresh(used: string | null): Promise<string | null> {
  return inTurn(async () => {
    // Another call or another tab has done it while we waited.
    if (state.token && state.token !== used && state.expiresAt > Date.now()) return state.token;
    try {
      const tokens = await read<Tokens>(await send("POST", "/auth/sessions/refresh", { body: {} }));
      signedIn(tokens);
      return tokens.accessToken;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error;
      signedOut();
      return null;
    }
  });
}

let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== "undefined" && navigator.locks) return navigator.locks.request(LOCK, work) as Promise<T>;
  const next = turn.then(work, work);
  turn = next.catch(() => undefined);
  return next;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True while there is a session, or good reason to think so. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(subscribe, isSignedIn);
}

/** Called when somebody signs in or out, in this tab or another. */
export const onSessionChange = subscribe;
