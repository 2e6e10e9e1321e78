import { release } from "./release";

const MAX_REPORTS_PER_PAGE = 10;
const seen = new Set<string>();

/** Tells the service about errors of the page. Quietly: a report that fails must not make another. */
export function reportError(error: unknown): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (seen.has(message) || seen.size >= MAX_REPORTS_PER_PAGE) return;
  seen.add(message);
  const body = JSON.stringify({
    message: message.slice(0, 500),
    stack: error instanceof Error ? error.stack?.slice(0, 4000) : undefined,
    // Without the query: it may hold what a person typed.
    url: location.origin + location.pathname,
    release,
  });
  void fetch("/api/v1/browser-errors", { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: true })
    .catch(() => undefined); // Offline or down: the person already sees the failure, and there is nobody else to tell.
}

export function watchErrors(): void {
  window.addEventListener("error", (event) => reportError(event.error ?? event.message));
  window.addEventListener("unhandledrejection", (event) => reportError(event.reason));
}
