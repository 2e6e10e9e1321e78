import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { messageOf, traceOf } from "@/shared/api/errors";
import { t } from "@/shared/i18n/en";
import { Button } from "./button";
import { CourtIcon } from "./court";

/** Says the next possible thing. */
export function Empty({ title, children, action, icon = <CourtIcon size={28} />, page = false }: { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode; page?: boolean }) {
  // Where it is all a page has to say, its title is the page's.
  const Title = page ? "h1" : "h2";
  return (
    <section className="flex flex-col items-center gap-1 px-6 py-10 text-center">
      <span className="mb-2 text-ink-3">{icon}</span>
      <Title className="text-heading text-ink-1">{title}</Title>
      {children && <p className="num max-w-sm text-small text-ink-2">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </section>
  );
}

/** What failed, what did not happen, and the way on. */
export function Failure({ title, error, retry, children }: { title: string; error?: unknown; retry?: () => void; children?: ReactNode }) {
  const trace = traceOf(error);
  return (
    <section className="flex flex-col items-center gap-1 px-6 py-10 text-center" role="alert">
      <TriangleAlert size={28} className="mb-2 text-ink-3" aria-hidden />
      <h2 className="text-heading text-ink-1">{title}</h2>
      <p className="max-w-sm text-small text-ink-2">{children ?? (error ? messageOf(error) : t("failure.slow"))}</p>
      {trace && <p className="text-small text-ink-3">{t("failure.trace", { traceId: trace })}</p>}
      {retry && <Button kind="line" className="mt-4" onClick={retry}>{t("action.tryAgain")}</Button>}
    </section>
  );
}
