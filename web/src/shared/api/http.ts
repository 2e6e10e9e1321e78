import { ApiError, NoAnswerError } from "./errors";

const BASE = "/api/v1";
const TIMEOUT_MS = 10_000;

type Query = Record<string, string | number | boolean | null | undefined>;
export type CallOptions = {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** Required by every call that creates or moves something: see useIntentKey. */
  idempotencyKey?: string;
  ifMatch?: string;
};

/** One request, without a session: used by the session itself. */
export async function send(method: string, path: string, options: CallOptions, token?: string | null): Promise<Response> {
  const headers = new Headers({ Accept: "application/json" });
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (options.idempotencyKey) headers.set("Idempotency-Key", options.idempotencyKey);
  if (options.ifMatch) headers.set("If-Match", options.ifMatch);
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) headers.set("Content-Type", "application/json");
  const limit = timeLimit(options.signal);
  try {
    return await fetch(BASE + path + queryString(options.query), {
      method, headers, signal: limit.signal, credentials: "same-origin",
      body: options.body === undefined ? undefined : form ? (options.body as FormData) : JSON.stringify(options.body),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new NoAnswerError(limit.expired() ? "timeout" : "offline");
  } finally {
    limit.clear();
  }
}

export async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  const body: unknown = text && isJson(answer) ? JSON.parse(text) : {};
  if (answer.ok) return body as T;
  const seconds = Number(answer.headers.get("Retry-After"));
  throw new ApiError(answer.status, body as Record<string, unknown>, Number.isFinite(seconds) && seconds > 0 ? seconds : undefined);
}

/** A document instead of JSON; a refusal is told like any other. */
export const readBlob = async (answer: Response): Promise<Blob> => (answer.ok ? answer.blob() : read<Blob>(answer));

const isJson = (answer: Response) => (answer.headers.get("Content-Type") ?? "").includes("json");

function queryString(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]));
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

function timeLimit(outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, TIMEOUT_MS);
  const pass = () => controller.abort();
  if (outer?.aborted) pass();
  outer?.addEventListener("abort", pass, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", pass);
    },
  };
}
