import { useQuery } from "@tanstack/react-query";
import { CircleX } from "lucide-react";
import { t } from "@/player/i18n/money";
import { ApiError } from "@/shared/api/errors";
import { receiptCheckQuery } from "@/shared/api/money";
import type { ReceiptCheck } from "@/shared/api/money-types";
import { dayLong } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { FilledTick } from "@/shared/ui/filled-tick";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";

/** Anybody with the code may see that a receipt is genuine: number, date, amount and club, and nobody's name. */
export function VerifyPage({ code }: { code: string }) {
  const query = useQuery(receiptCheckQuery(code));
  if (query.error instanceof ApiError && query.error.status === 404) {
    return <div className="card"><Empty title={t("verify.unknown")} icon={<CircleX size={28} aria-hidden />}>{t("verify.unknownBody")}</Empty></div>;
  }
  return <QueryView query={query} failure={t("verify.failed")} skeleton={<Bone className="h-72" />}>{(check) => <Checked check={check} />}</QueryView>;
}

function Checked({ check }: { check: ReceiptCheck }) {
  const facts = [["verify.number", check.number], ["verify.date", `${dayLong(check.date.slice(0, 10))} ${check.date.slice(0, 4)}`], ["verify.amount", formatMoney(check.total)], ["verify.club", check.club]] as const;
  return (
    <section className="card">
      <div className="flex items-start gap-3 p-4" role="status">
        <span className={check.valid ? "text-ok-text" : "text-danger-text"}>{check.valid ? <FilledTick size={28} /> : <CircleX size={28} aria-hidden />}</span>
        <div><h2 className="text-title text-ink-1">{t(check.valid ? "verify.valid" : "verify.invalid")}</h2>{!check.valid && <p className="text-body text-ink-2">{t("verify.invalidBody")}</p>}</div>
      </div>
      {check.hasCreditNote && <p className="num px-4 pb-4 text-small text-warn-text">{t("receipt.credited", { amount: formatMoney(check.credited) })}</p>}
      {check.credits && <p className="num px-4 pb-4 text-small text-ink-2">{t("receipt.corrects", { number: check.credits })}</p>}
      <ul className="rows border-t border-border">{facts.map(([word, value]) => <li key={word} className="fact"><div><p className="text-small text-ink-3">{t(word)}</p><p className="num text-heading text-ink-1">{value}</p></div></li>)}</ul>
    </section>
  );
}
