import type { ReactNode } from "react";

export function StepTitle({ title, children }: { title: string; children?: ReactNode }) {
  return <div className="pb-5"><h1 className="text-display text-ink-1">{title}</h1>{children && <p className="pt-1.5 text-body text-ink-2">{children}</p>}</div>;
}
