import { createContext, useContext, useEffect } from "react";
import type { Spot } from "./api";

/** The place a form is about, so that the board can outline it. */
export const PreviewContext = createContext<(spot: Spot | null) => void>(() => undefined);

export function usePreview({ courtId, startsAt, durationMinutes }: Spot): void {
  const show = useContext(PreviewContext);
  useEffect(() => {
    show({ courtId, startsAt, durationMinutes });
    return () => show(null);
  }, [show, courtId, startsAt, durationMinutes]);
}
