import { useEffect, useRef } from "react";

/** A form that opens takes the focus, so that one can type at once; when it closes, the focus goes back to where it was. */
export function useFocusIn<T extends HTMLElement>() {
  const root = useRef<T>(null);
  useEffect(() => {
    const before = document.activeElement;
    (root.current?.querySelector<HTMLElement>("[data-autofocus]") ?? root.current)?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus({ preventScroll: true });
    };
  }, []);
  return root;
}
