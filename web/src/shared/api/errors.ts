import { t } from "@/shared/i18n/en";

/** A refusal the service put into words (RFC 9457). `code` is stable; `body` holds what comes with it, such as alternatives. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly traceId: string | undefined;
  readonly errors: Readonly<Record<string, string[]>>;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>, retryAfterSeconds?: number) {
    super(sentence(body));
    this.name = "ApiError";
    this.status = status;
    this.code = typeof body.code === "string" ? body.code : `http.${status}`;
    this.traceId = typeof body.traceId === "string" ? body.traceId : undefined;
    this.errors = fieldErrors(body.errors);
    this.retryable = typeof body.retryable === "boolean" ? body.retryable : status >= 500 || status === 429;
    this.retryAfterSeconds = retryAfterSeconds;
    this.body = body;
  }
}

/** No answer: the connection is gone or too slow. What was asked may or may not have happened. */
export class NoAnswerError extends Error {
  readonly reason: "offline" | "timeout";
  constructor(reason: "offline" | "timeout") {
    super(t(reason === "offline" ? "error.offline" : "error.timeout"));
    this.name = "NoAnswerError";
    this.reason = reason;
  }
}

function sentence(body: Record<string, unknown>): string {
  const detail = typeof body.detail === "string" ? body.detail : "";
  const title = typeof body.title === "string" ? body.title : "";
  return detail || title || t("error.unknown");
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([field, said]) => [field, (Array.isArray(said) ? said : [said]).map(String)]));
}

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError || error instanceof NoAnswerError ? error.message : t("error.unknown");
}

export function traceOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.traceId : undefined;
}

export function hasCode(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

export function canRetry(error: unknown): boolean {
  return error instanceof NoAnswerError || (error instanceof ApiError && error.retryable);
}
