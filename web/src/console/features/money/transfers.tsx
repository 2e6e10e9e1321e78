import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clock, moment } from "@/shared/lib/club-time";
import { formatMoney, minorOf, wholeOf } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { t } from "../../i18n/en";
import { transfersQuery, type Transfer } from "./api";
import { BankLines } from "./bank-lines";
import { ProofLink } from "./proof-link";
import { StatementUpload } from "./statement-upload";
import { useAct } from "./use-act";

type Props = { clubId: string; timeZone: string };

/** Transfers the club waits for, beside what came on its account. Only the statement says that money came. */
export function Transfers({ clubId, timeZone }: Props) {
  const query = useQuery(transfersQuery(clubId));
  return (
    <div className="page-stack">
      <StatementUpload clubId={clubId} />
      <BankLines clubId={clubId} timeZone={timeZone} />
      <section className="card page-card" aria-label={t("money.transfers.waiting")}>
        <h2 className="text-heading">{t("money.transfers.waiting")}</h2>
        <QueryView query={query} failure={t("money.transfers.failed")} skeleton={<Bone className="h-40" />} at={(instant) => clock(instant, timeZone)}>
          {({ items }) => items.length === 0
            ? <Empty title={t("money.transfers.empty")}>{t("money.transfers.emptyBody")}</Empty>
            : <ul>{items.map((transfer) => <TransferRow key={transfer.paymentId} clubId={clubId} timeZone={timeZone} transfer={transfer} />)}</ul>}
        </QueryView>
      </section>
    </div>
  );
}

function TransferRow({ clubId, timeZone, transfer }: Props & { transfer: Transfer }) {
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(wholeOf(transfer.amount));
  const act = useAct(clubId);
  const now = useNow(60_000);
  const say = () => act.mutate({ path: `transfers/${transfer.paymentId}/matches`, body: { amountMinor: minorOf(amount) }, done: t("money.transfers.said", { reference: transfer.reference }) });
  return (
    <li className="parked-row num">
      <div className="grow">
        <p className="text-label">{transfer.reference} · {formatMoney(transfer.amount)} · {transfer.customerName ?? t("cell.guest")}{transfer.bookingReference && ` · ${transfer.bookingReference}`}</p>
        <p className="text-small text-ink-3">{moment(transfer.createdAt, now, timeZone)}{transfer.expiresAt && `, ${t("money.transfers.until", { time: moment(transfer.expiresAt, now, timeZone) })}`}</p>
        {transfer.proposal && <p className="text-small text-warn-text">{t("money.transfers.proposed", { name: transfer.proposal.proposedByName, amount: formatMoney(transfer.proposal.amount) })}</p>}
        {transfer.proofAt && <ProofLink clubId={clubId} paymentId={transfer.paymentId} />}
        {open && (
          <form className="reason-row" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) say(); }}>
            <Field compact label={t("money.transfers.came", { currency: transfer.amount.currency })} hint={t("money.transfers.cameHint")} inputMode="numeric" value={amount} onChange={(event) => setAmount(event.target.value)} />
            <Button type="submit" size="small" busy={act.isPending}>{t("money.transfers.submit")}</Button>
            <Button kind="line" size="small" onClick={() => setOpen(false)}>{t("money.leave")}</Button>
          </form>
        )}
      </div>
      {!open && <Button size="small" onClick={() => setOpen(true)}>{t("money.transfers.itCame")}</Button>}
    </li>
  );
}
