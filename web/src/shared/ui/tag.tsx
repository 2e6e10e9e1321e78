import type { ReactNode } from "react";

export type TagTone = "ok" | "warn" | "bad" | "mute" | "accent";

/** A small fact. Never pressed. */
export function Tag({ tone = "mute", big = false, icon, children }: { tone?: TagTone; big?: boolean; icon?: ReactNode; children: ReactNode }) {
  return <span className={`tag tag-${tone}${big ? " tag-big" : ""}`}>{icon}{children}</span>;
}
