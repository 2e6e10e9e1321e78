import { t } from "@/player/i18n/money";
import type { Payment } from "@/shared/api/money-types";
import { formatMoney } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { payeeName } from "../method-words";
import { Steps, type Step } from "./steps";

type Props = { payment: Payment; asking: boolean; asked: boolean; onAsk: () => void };

/** The request is on the payer's phone. It goes on without this page. */
export function Approve({ payment, asking, asked, onAsk }: Props) {
  const method = payeeName(payment.method);
  const last = payment.purpose === "booking" ? "approve.booked" : payment.purpose === "plan" ? "approve.ready" : "approve.credited";
  const held: Step[] = payment.purpose === "booking" ? [{ title: t("approve.held"), note: t("approve.heldNote"), state: "past" }] : [];
  return (
    <section className="flex flex-col gap-4" aria-labelledby="approve-title">
      <h2 id="approve-title" className="text-title text-ink-1">{t("approve.title")}</h2>
      <Steps steps={[...held, { title: t("approve.now", { amount: formatMoney(payment.amount), method }), note: t("approve.sent"), state: "now" }, { title: t(last), note: t("approve.close"), state: "next" }]} />
      <p className="visually-hidden" role="status">{asked ? t("approve.asking", { method }) : t("approve.sent")}</p>
      <Button size="big" full busy={asking} onClick={onAsk}>{asked && !asking ? t("approve.asking", { method }) : t("approve.done")}</Button>
    </section>
  );
}
