import type { ReactNode } from "react";
import { t } from "../i18n/en";
import { usePageTitle } from "./page";

/** A page with nothing beside it: one message, or a choice. Its title stands in the tab; what it says begins with a heading of its own. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return <main className="alone"><h1 className="visually-hidden">{t("app.name")}</h1>{children}</main>;
}
