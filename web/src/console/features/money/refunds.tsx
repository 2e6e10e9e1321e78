import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clock, moment } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { Tag } from "@/shared/ui/tag";
import { named, t } from "../../i18n/en";
import { refundsQuery, type Refund } from "./api";
import { ReasonRow } from "./reason-row";
import { useAct } from "./use-act";

const STUCK = ["failed", "manual", "unknown"];
type Props = { clubId: string; timeZone: string; approves: boolean };

/** Money on its way back. What failed can be tried again, put in the wallet, or given by hand. */
export function Refunds({ clubId, timeZone, approves }: Props) {
  const query = useQuery(refundsQuery(clubId));
  const now = useNow(60_000);
  return (
    <section className="card page-card" aria-label={t("money.tab.refunds")}>
      <QueryView query={query} failure={t("money.refunds.failed")} skeleton={<Bone className="h-40" />} at={(instant) => clock(instant, timeZone)}>
        {({ items }) => items.length === 0 ? <Empty title={t("money.refunds.empty")}>{t("money.refunds.emptyBody")}</Empty> : (
          <table className="table num">
            <thead><tr>{(["when", "amount", "where", "why", "state"] as const).map((name) => <th key={name} scope="col">{t(`money.refunds.${name}`)}</th>)}<th scope="col"><span className="visually-hidden">{t("money.refunds.what")}</span></th></tr></thead>
            <tbody>
              {items.map((refund) => (
                <tr key={refund.refundId}>
                  <td>{moment(refund.createdAt, now, timeZone)}</td>
                  <td className="text-label">{formatMoney(refund.amount)}</td>
                  <td>{named("refund.to", refund.destination)}{refund.method && <><br /><span className="text-ink-3">{named("method", refund.method)}</span></>}</td>
                  <td>{refund.reason}{refund.failure && <><br /><span className="text-ink-3">{refund.failure.text}</span></>}</td>
                  <td><Tag tone={refund.status === "done" ? "ok" : STUCK.includes(refund.status) ? "bad" : "warn"}>{named("refund", refund.status)}</Tag></td>
                  <td><RefundActions clubId={clubId} refund={refund} approves={approves} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryView>
    </section>
  );
}

function RefundActions({ clubId, refund, approves }: { clubId: string; refund: Refund; approves: boolean }) {
  const act = useAct(clubId);
  const [by, setBy] = useState<"wallet" | "by_hand" | "decline" | null>(null);
  const path = `refunds/${refund.refundId}`;
  const close = () => setBy(null);
  if (by === "decline") return <ReasonRow label={t("money.reason")} submit={t("money.refunds.decline")} busy={act.isPending} onLeave={close} onSubmit={(reason) => act.mutate({ path: `${path}/refusals`, body: { reason }, done: t("money.refunds.declined") })} />;
  if (by) return <ReasonRow label={t("money.refunds.note")} submit={t(`money.refunds.${by}`)} busy={act.isPending} onLeave={close} onSubmit={(note) => act.mutate({ path: `${path}/settlements`, body: { by, note }, done: t("money.refunds.settled") })} />;
  if (refund.status === "needs_approval") {
    if (!approves) return <span className="text-ink-3">{t("money.refunds.managerNeeded")}</span>;
    return (
      <div className="panel-actions">
        <Button size="small" busy={act.isPending} onClick={() => act.mutate({ path: `${path}/approvals`, body: {}, done: t("money.refunds.approved") })}>{t("money.refunds.approve")}</Button>
        <Button kind="line" size="small" onClick={() => setBy("decline")}>{t("money.refunds.decline")}</Button>
      </div>
    );
  }
  if (!STUCK.includes(refund.status)) return null;
  return (
    <div className="panel-actions">
      {refund.status === "failed" && <Button kind="line" size="small" busy={act.isPending} onClick={() => act.mutate({ path: `${path}/retries`, body: {}, done: t("money.refunds.retried") })}>{t("money.refunds.retry")}</Button>}
      {refund.playerId && <Button kind="line" size="small" onClick={() => setBy("wallet")}>{t("money.refunds.wallet")}</Button>}
      <Button kind="line" size="small" onClick={() => setBy("by_hand")}>{t("money.refunds.by_hand")}</Button>
    </div>
  );
}
