import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useState } from "react";
import { formatMoney, isZero } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { named, t } from "../../i18n/en";
import { PayoutForm } from "./payout-form";
import { statementQuery, type Statement } from "./statement-api";

type Props = { clubId: string; today: string; currency: string };

/** What came, went and was earned on a day, and what drawer and gateways hold. Printed as it stands. */
export function DayStatement({ clubId, today, currency }: Props) {
  const [date, setDate] = useState(today);
  const query = useQuery(statementQuery(clubId, date));
  return (
    <div className="page-columns">
      <section className="card page-card page-form" aria-label={t("money.tab.statement")}>
        <div className="reason-row">
          <Field compact label={t("money.day")} type="date" max={today} value={date} onChange={(event) => setDate(event.target.value)} />
          <Button kind="line" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>{t("money.day.print")}</Button>
        </div>
        <QueryView query={query} failure={t("money.day.failed")} skeleton={<Bone className="h-40" />}>{(statement) => <Lines statement={statement} />}</QueryView>
      </section>
      <PayoutForm clubId={clubId} currency={currency} gateways={(query.data?.accounts ?? []).filter((line) => line.account.startsWith("gateway:")).map((line) => line.account.slice("gateway:".length))} />
    </div>
  );
}

function Lines({ statement }: { statement: Statement }) {
  const sums = (["earned", "fees", "tax", "walletTopUps"] as const).filter((name) => !isZero(statement[name]));
  const nothing = sums.length === 0 && statement.received.length === 0 && statement.refunded.length === 0;
  return (
    <div className="page-form num">
      {nothing && <p className="text-small text-ink-2">{t("money.day.nothing")}</p>}
      {statement.received.length > 0 && <Part title={t("money.day.received")} lines={statement.received.map((line) => [t("money.day.line", { what: named("method", line.method), why: named("purpose", line.purpose), count: line.count }), formatMoney(line.amount)])} />}
      {statement.refunded.length > 0 && <Part title={t("money.day.refunded")} lines={statement.refunded.map((line) => [t("money.day.line", { what: named("method", line.method), why: named("refund.to", line.destination), count: line.count }), formatMoney(line.amount)])} />}
      {sums.length > 0 && <Part title={t("money.day.earnings")} lines={sums.map((name) => [t(`money.day.${name}`), formatMoney(statement[name])])} />}
      {statement.accounts.length > 0 && (
        <table className="table">
          <thead><tr>{(["account", "opening", "in", "out", "closing"] as const).map((name) => <th key={name} scope="col">{t(`money.day.${name}`)}</th>)}</tr></thead>
          <tbody>{statement.accounts.map((line) => <tr key={line.account}><th scope="row">{named("account", line.account)}</th><td>{formatMoney(line.opening)}</td><td>{formatMoney(line.in)}</td><td>{formatMoney(line.out)}</td><td className="text-label">{formatMoney(line.closing)}</td></tr>)}</tbody>
        </table>
      )}
    </div>
  );
}

function Part({ title, lines }: { title: string; lines: string[][] }) {
  return (
    <section>
      <h2 className="panel-sub">{title}</h2>
      <ul className="money-moves">{lines.map(([what, amount]) => <li key={what}><span>{what}</span><span>{amount}</span></li>)}</ul>
    </section>
  );
}
