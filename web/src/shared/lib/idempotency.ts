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
