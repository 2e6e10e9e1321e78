import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section><h2 className="pb-2.5 text-heading text-ink-1">{title}</h2><div className="card rows">{children}</div></section>;
}

export function Row({ label, value, side }: { label: string; value: ReactNode; side?: ReactNode }) {
  return <div className="fact"><div className="min-w-0"><p className="text-small text-ink-3">{label}</p><p className="num truncate text-body text-ink-1">{value}</p></div>{side}</div>;
}
