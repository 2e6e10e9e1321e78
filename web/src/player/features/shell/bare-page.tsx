import { Outlet } from "react-router";
import { OfflineBanner } from "@/shared/ui/offline-banner";
import { ScrollToTop } from "./page";
import { useShownFrom } from "./use-shown-from";

/** A page with one thing to do: no tabs to wander off by. */
export function BarePage() {
  return (
    <>
      <div className="flex min-h-dvh flex-col bg-surface-1 lg:bg-surface-0"><OfflineBanner shownFrom={useShownFrom()} /><Outlet /></div>
      <ScrollToTop />
    </>
  );
}
