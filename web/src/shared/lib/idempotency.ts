import { useCallback, useRef } from "react";

/**
 * One key per intent, kept through every retry of it: the same wish sent twice is answered twice, done once.
 * The intent is what the person asked for; another slot or another length is another intent.
 */
export function useIntentKey(): (intent: string) => string {
  const current = useRef<{ intent: string; key: string } | null>(null);
  return useCallback((intent: string) => {
    if (current.current?.intent !== intent) current.current = { intent, key: crypto.randomUUID() };
    return current.current.key;
  }, []);
}

const KEPT = "padel.intent.";

/**
 * A key that outlives a reload of the tab: money is asked for once per intent, also when the page was loaded again before the answer came.
 * The intent names what is bought and how, never who pays; a finished attempt's intent is forgotten, so that trying again is a new one.
 */
export const keptIntent = {
  keyOf(intent: string): string {
    const kept = sessionStorage.getItem(KEPT + intent);
    if (kept) return kept;
    const key = crypto.randomUUID();
    sessionStorage.setItem(KEPT + intent, key);
    return key;
  },
  forget(intent: string): void {
    sessionStorage.removeItem(KEPT + intent);
  },
};
