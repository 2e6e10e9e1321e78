import { useEffect, useRef, type ReactNode } from "react";
import { Outlet, useLocation } from "react-router";
import { t } from "@/player/i18n/en";
import { OfflineBanner } from "@/shared/ui/offline-banner";
import { Tabs } from "./tabs";
import { useShownFrom } from "./use-shown-from";

/** A page with the tabs. */
export function TabbedPage() {
  return (
    <>
      <a href="#content" className="visually-hidden focus:not-sr-only">{t("skip")}</a>
      <div className="flex min-h-dvh flex-col">
        <Tabs />
        <OfflineBanner shownFrom={useShownFrom()} />
        <div className="with-tabs flex grow flex-col"><Outlet /></div>
      </div>
      <ScrollToTop />
    </>
  );
}

/** A new page starts at its top; a sheet or a filter does not move it. */
export function ScrollToTop() {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
  }, [pathname]);
  return null;
}

/** One column for reading and lists. */
export function Column({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <main id="content" tabIndex={-1} className={`mx-auto w-full px-4 pt-4 outline-none md:pt-8 ${wide ? "max-w-xl lg:max-w-5xl" : "max-w-xl"}`}>{children}</main>;
}

export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="pb-4 text-display text-ink-1">{children}</h1>;
}
