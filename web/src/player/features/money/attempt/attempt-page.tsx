import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { useClubs } from "@/shared/api/clubs";
import { plansKey, walletsKey } from "@/shared/api/money";
import type { Payment } from "@/shared/api/money-types";
import { formatMoney } from "@/shared/lib/money";
import { Button, buttonClass } from "@/shared/ui/button";
import { FilledTick } from "@/shared/ui/filled-tick";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { isLive, paymentQuery } from "../api";
import { payeeName } from "../method-words";
import { ActionView } from "./action-view";
import { useInquiry } from "./use-inquiry";

type Props = { paymentId: string; fresh: boolean; onClose: () => void; onAgain: (payment: Payment) => void };

/** Credit or a plan on its way: what is to be done, and what became of it. */
export function AttemptPage({ paymentId, fresh, onClose, onAgain }: Props) {
  const query = useQuery(paymentQuery(paymentId));
  return (
    <section className="card mb-6 p-4 md:p-6" aria-live="polite">
      <QueryView query={query} failure={t("attempt.gone")} skeleton={<Bone className="h-40" />}>
        {(payment) => <Attempt payment={payment} fresh={fresh} onClose={onClose} onAgain={() => onAgain(payment)} />}
      </QueryView>
    </section>
  );
}

function Attempt({ payment, fresh, onClose, onAgain }: { payment: Payment; fresh: boolean; onClose: () => void; onAgain: () => void }) {
  const clubs = useClubs();
  const inquiry = useInquiry(payment, !fresh);
  const club = clubs.find(payment.clubId);
  useRenewed(payment);
  if (isLive(payment)) {
    return (
      <div className="flex flex-col gap-4">
        <ActionView payment={payment} fresh={fresh} until={undefined} zone={club?.timeZone ?? "UTC"} late={!payment.action} inquiry={inquiry} />
        <Button kind="line" full onClick={onClose}>{t("attempt.close")}</Button>
      </div>
    );
  }
  if (payment.status === "paid") return <Done payment={payment} slug={club?.slug} onClose={onClose} />;
  return (
    <div className="flex flex-col gap-3" role="alert">
      <h2 className="text-title text-ink-1">{t("failed.title", { method: payeeName(payment.method) })}</h2>
      <p className="text-body text-ink-2">{t("attempt.failedBody", { text: payment.failure?.text ?? "" }).trim()}</p>
      <div className="grid grid-cols-2 gap-2"><Button onClick={onAgain}>{t("attempt.again")}</Button><Button kind="line" onClick={onClose}>{t("attempt.close")}</Button></div>
    </div>
  );
}

function Done({ payment, slug, onClose }: { payment: Payment; slug: string | undefined; onClose: () => void }) {
  const plan = payment.settledAs === "plan";
  return (
    <div className="flex flex-col gap-3" role="status">
      <span className="text-ok-text"><FilledTick size={32} /></span>
      <h2 className="num text-title text-ink-1">{plan ? t("plans.readyTitle") : t("topUp.doneTitle", { amount: formatMoney(payment.amount) })}</h2>
      <p className="text-body text-ink-2">{t(plan ? "plans.readyBody" : "topUp.doneBody")}</p>
      <div className="flex flex-wrap gap-2">
        {slug && <Link className={buttonClass("primary")} to={`/clubs/${slug}`}>{t("plans.find")}</Link>}
        {plan && <Link className={buttonClass("quiet")} to="/you">{t("plans.mine")}</Link>}
        {payment.receiptId && <Link className={buttonClass("quiet")} to={`/receipts/${payment.receiptId}`}>{t("money.receipt")}</Link>}
        <Button kind="line" onClick={onClose}>{t("attempt.close")}</Button>
      </div>
    </div>
  );
}

/** Money that arrived shows at once in what it became. */
function useRenewed({ status, settledAs }: Payment): void {
  const client = useQueryClient();
  useEffect(() => {
    if (status !== "paid") return;
    void client.invalidateQueries({ queryKey: walletsKey });
    void client.invalidateQueries({ queryKey: plansKey });
  }, [client, status, settledAs]);
}
