import { Hourglass } from "lucide-react";
import { t } from "@/player/i18n/money";
import type { Payment } from "@/shared/api/money-types";
import { Button } from "@/shared/ui/button";
import { payeeName } from "../method-words";

type Props = { payment: Payment; late: boolean; asking: boolean; asked: boolean; onAsk: () => void; onResume?: (() => void) | undefined };

/** Nobody knows yet: said plainly, with what it means for the money. */
export function Asking({ payment, late, asking, asked, onAsk, onResume }: Props) {
  return (
    <section className="flex flex-col gap-3" role="status">
      <Hourglass size={28} aria-hidden className="text-ink-3" />
      <h2 className="text-title text-ink-1">{t("asking.title", { method: payeeName(payment.method) })}</h2>
      <p className="text-body text-ink-2">{t(late ? "asking.late" : "asking.body")}</p>
      {onResume && <Button full onClick={onResume}>{t("go.button", { method: payeeName(payment.method) })}</Button>}
      <Button kind="line" full busy={asking} disabled={asked && !asking} onClick={onAsk}>{t(asked && !asking ? "asking.asked" : "asking.again")}</Button>
    </section>
  );
}
