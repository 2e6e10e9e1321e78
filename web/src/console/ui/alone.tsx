import type { ReactNode } from "react";
import { usePageTitle } from "./page";

/** A page with nothing beside it: one message, or a choice. Its title is for screen readers and the browser's tab. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return <main className="alone"><h1 className="visually-hidden">{title}</h1>{children}</main>;
}
