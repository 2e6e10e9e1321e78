import { useEffect, type ReactNode } from "react";
import { OfflineBanner } from "@/shared/ui/offline-banner";
import { t } from "../i18n/en";
import { NavMenu } from "./nav-menu";

/** A console page beside the rail: a bar with its title and actions, then what it is about. */
export function Page({ title, actions, shownFrom, children }: { title: string; actions?: ReactNode; shownFrom?: string | undefined; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="page">
      <header className="top-bar">
        <NavMenu />
        <h1 className="text-heading grow">{title}</h1>
        {actions}
      </header>
      <OfflineBanner shownFrom={shownFrom} />
      <div className="page-body">{children}</div>
    </main>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = t("app.title", { page: title });
  }, [title]);
}
