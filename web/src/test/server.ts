import { vi } from "vitest";

export type Call = { method: string; path: string; query: URLSearchParams; body: unknown; headers: Headers };
type Answer = { status?: number; body?: unknown } | Response;
type Handler = (call: Call) => Answer | Promise<Answer>;

/** A service for tests: "METHOD /path" answers; everything else is a 404 problem. Keeps what it was asked. */
export function serve(routes: Record<string, Handler>) {
  const calls: Call[] = [];
  const answer = async (url: string, init: RequestInit = {}) => {
    const address = new URL(url, "http://club.test");
    const call: Call = {
      method: init.method ?? "GET", path: address.pathname.replace("/api/v1", ""), query: address.searchParams,
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined, headers: new Headers(init.headers),
    };
    calls.push(call);
    const handler = routes[`${call.method} ${call.path}`];
    if (!handler) return json(404, { code: "request.not_found", title: `Nothing at ${call.path}` });
    const said = await handler(call);
    return said instanceof Response ? said : json(said.status ?? 200, said.body ?? {});
  };
  vi.stubGlobal("fetch", vi.fn(answer));
  return { calls, of: (route: string) => calls.filter((call) => `${call.method} ${call.path}` === route) };
}

export function json(status: number, body: unknown): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { "Content-Type": type } });
}
