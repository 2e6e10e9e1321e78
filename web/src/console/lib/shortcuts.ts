import { useEffect, useRef, useSyncExternalStore } from "react";

/** Single keys can be switched off: people who speak to their machine set them off by accident. */
const OFF = "padel.console.keysOff";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeysOn = () => useSyncExternalStore(subscribe, () => localStorage.getItem(OFF) === null);

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  for (const listener of listeners) listener();
}

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest("input, select, textarea, dialog") !== null);

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Keys of the whole page. Never while somebody types, and never together with Ctrl, Alt or the command key. Escape always works. */
export function useShortcuts(keys: Keys): void {
  const current = useRef(keys);
  const on = useKeysOn();
  useEffect(() => { current.current = keys; });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const found = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!found) return;
      if (event.key !== "Escape" && (!on || typesInto(event.target))) return;
      if (event.key === "Escape" && event.target instanceof Element && event.target.closest("dialog")) return;
      found(event);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [on]);
}
