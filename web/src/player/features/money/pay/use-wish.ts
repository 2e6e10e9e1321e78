import { useCallback, useRef } from "react";
import { useLocation } from "react-router";

/** True, once, right after the slot's button said "hold and pay": neither a reload nor the way back may start a payment by itself. */
export function useWish(): () => boolean {
  const { state } = useLocation();
  const wished = useRef((state as { pay?: boolean } | null)?.pay === true);
  return useCallback(() => {
    const wish = wished.current;
    wished.current = false;
    if (wish) window.history.replaceState({ ...window.history.state, usr: null }, "");
    return wish;
  }, []);
}
