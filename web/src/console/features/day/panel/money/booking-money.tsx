import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "@/shared/lib/club-time";
import { formatMoney, isZero } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Tag } from "@/shared/ui/tag";
import { named, t } from "../../../../i18n/en";
import { bookingMoneyQuery, type BookingMoney as Money } from "./api";
import { GiveBackForm } from "./give-back-form";
import { TakeMoneyForm } from "./take-money-form";

type Props = { clubId: string; bookingId: string; timeZone: string };

/** What came, what went back, what is due, and the two things the desk does with money. */
export function BookingMoney({ clubId, bookingId, timeZone }: Props) {
  const query = useQuery(bookingMoneyQuery(clubId, bookingId));
  return (
    <section aria-label={t("money.title")}>
      <h3 className="panel-sub">{t("money.title")}</h3>
      <QueryView query={query} failure={t("money.failed")} skeleton={<Bone className="h-12" />}>
        {(money) => <Loaded clubId={clubId} money={money} timeZone={timeZone} />}
      </QueryView>
    </section>
  );
}

function Loaded({ clubId, money, timeZone }: { clubId: string; money: Money; timeZone: string }) {
  const [doing, setDoing] = useState<"take" | "back" | null>(null);
  const close = () => setDoing(null);
  const owed = isZero(money.due) ? money.feeDue : money.due;
  return (
    <div className="page-form num">
      <Moves money={money} timeZone={timeZone} />
      {doing === "take" && <TakeMoneyForm clubId={clubId} bookingId={money.bookingId} due={owed} onDone={close} />}
      {doing === "back" && <GiveBackForm clubId={clubId} bookingId={money.bookingId} most={money.refundable} onDone={close} />}
      {!doing && (
        <div className="panel-actions">
          {!isZero(owed) && <Button className="btn-desk" onClick={() => setDoing("take")}>{t("money.take", { amount: formatMoney(owed) })}</Button>}
          {!isZero(money.refundable) && <Button kind="line" className="btn-desk" onClick={() => setDoing("back")}>{t("money.giveBack")}</Button>}
        </div>
      )}
    </div>
  );
}

function Moves({ money, timeZone }: { money: Money; timeZone: string }) {
  const now = useNow(60_000);
  if (money.payments.length === 0 && money.refunds.length === 0) return <p className="text-small text-ink-3">{t("money.none")}</p>;
  return (
    <ul className="money-moves">
      {money.payments.map((payment) => (
        <li key={payment.paymentId}>
          <span>{named("method", payment.method)}, {moment(payment.paidAt ?? payment.createdAt, now, timeZone)}{payment.failure && <><br /><span className="text-ink-3">{payment.failure.text}</span></>}</span>
          {payment.status !== "paid" && <Tag tone={payment.status === "pending" ? "warn" : "mute"}>{named("payment", payment.status)}</Tag>}
          <span className={payment.status === "paid" ? "" : "text-ink-3"}>{formatMoney(payment.amount)}</span>
        </li>
      ))}
      {money.refunds.map((refund) => (
        <li key={refund.refundId}>
          <span>{t("money.refundTo", { where: named("refund.to", refund.destination) })}<br /><span className="text-ink-3">{refund.reason}</span></span>
          {refund.status !== "done" && <Tag tone={refund.status === "failed" ? "bad" : "warn"}>{named("refund", refund.status)}</Tag>}
          <span>{formatMoney({ ...refund.amount, amountMinor: -refund.amount.amountMinor })}</span>
        </li>
      ))}
      {money.receipts.map((receipt) => (
        <li key={receipt.receiptId}><a className="link" href={`/receipts/${receipt.receiptId}`} target="_blank" rel="noreferrer">{t(receipt.kind === "receipt" ? "money.receipt" : "money.creditNote", { label: receipt.label })}</a></li>
      ))}
    </ul>
  );
}
