import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";

/** What the panel shows. It lives in the address: back closes it, a reload keeps it, a colleague can be sent the link. */
export type Panel =
  | { kind: "day" }
  | { kind: "booking" | "move" | "cancel"; id: string }
  | { kind: "block"; id: string }
  | { kind: "new" | "close"; court?: string | undefined; at?: string | undefined };

const WITH_ID = ["booking", "move", "cancel", "block"] as const;

export function readPanel(search: string): Panel {
  const params = new URLSearchParams(search);
  const kind = params.get("open");
  const id = params.get("id");
  const withId = WITH_ID.find((each) => each === kind);
  if (withId && id) return { kind: withId, id };
  if (kind === "new" || kind === "close") return { kind, court: params.get("court") ?? undefined, at: params.get("at") ?? undefined };
  return { kind: "day" };
}

export function writePanel(search: string, panel: Panel): string {
  const params = new URLSearchParams(search);
  for (const name of ["open", "id", "court", "at"]) params.delete(name);
  if (panel.kind !== "day") params.set("open", panel.kind);
  if ("id" in panel) params.set("id", panel.id);
  if ("court" in panel && panel.court) params.set("court", panel.court);
  if ("at" in panel && panel.at) params.set("at", panel.at);
  const text = params.toString();
  return text ? `?${text}` : "";
}

export type DayState = {
  panel: Panel;
  search: string;
  open: (panel: Panel) => void;
  close: () => void;
  setSearch: (text: string) => void;
  /** Another day; the panel stays when it is about any day, such as a move. */
  go: (date: string, panel?: Panel) => void;
};

export function useDayState(slug: string): DayState {
  const { search } = useLocation();
  const navigate = useNavigate();
  const panel = useMemo(() => readPanel(search), [search]);
  const base = `/console/${slug}/day`;

  const open = useCallback((next: Panel) => {
    // From one selection to the next is one step: back leads out of the panel, not through everything looked at.
    void navigate({ search: writePanel(search, next) }, { replace: panel.kind !== "day" });
  }, [navigate, search, panel.kind]);
  const close = useCallback(() => open({ kind: "day" }), [open]);
  const setSearch = useCallback((text: string) => {
    const params = new URLSearchParams(search);
    if (text) params.set("q", text);
    else params.delete("q");
    void navigate({ search: `?${params}` }, { replace: true });
  }, [navigate, search]);
  const go = useCallback((date: string, next: Panel = { kind: "day" }) => {
    void navigate({ pathname: `${base}/${date}`, search: writePanel("", next) });
  }, [base, navigate]);

  return { panel, search: new URLSearchParams(search).get("q") ?? "", open, close, setSearch, go };
}
