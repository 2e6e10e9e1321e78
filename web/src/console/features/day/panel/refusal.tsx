import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { messageOf, traceOf } from "@/shared/api/errors";
import { t } from "../../../i18n/en";

/** A refusal, said in the form it belongs to. */
export function Refusal({ error, children }: { error?: unknown; children?: ReactNode }) {
  if (!error && !children) return null;
  const trace = traceOf(error);
  return (
    <div className="refusal" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <div className="min-w-0 grow">
        {children ?? <p>{messageOf(error)}</p>}
        {trace && <p className="text-micro text-ink-3">{t("refused.trace", { traceId: trace })}</p>}
      </div>
    </div>
  );
}
