import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clock } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { t } from "../../i18n/en";
import { bankLinesQuery, type BankLine } from "./api";
import { ReasonRow } from "./reason-row";
import { useAct } from "./use-act";

type Props = { clubId: string; timeZone: string };

/** Credits nobody could place yet, with the transfers they could be. */
export function BankLines({ clubId, timeZone }: Props) {
  const query = useQuery(bankLinesQuery(clubId));
  return (
    <QueryView query={query} failure={t("money.lines.failed")} skeleton={<Bone className="h-24" />} at={(instant) => clock(instant, timeZone)}>
      {({ items }) => items.length === 0 ? null : (
        <section className="card page-card" aria-label={t("money.lines")}>
          <h2 className="text-heading">{t("money.lines")}</h2>
          <ul>{items.map((line) => <LineRow key={line.lineId} clubId={clubId} line={line} />)}</ul>
        </section>
      )}
    </QueryView>
  );
}

function LineRow({ clubId, line }: { clubId: string; line: BankLine }) {
  const act = useAct(clubId);
  const [aside, setAside] = useState(false);
  return (
    <li className="parked-row num">
      <div className="grow">
        <p className="text-label">{formatMoney(line.amount)} · {line.bookedOn}{line.sender && ` · ${line.sender}`}</p>
        <p className="text-small text-ink-3">{line.text}</p>
        {line.suggestions.map((suggestion) => (
          <Button
            key={suggestion.paymentId} kind="line" size="small" busy={act.isPending} title={suggestion.why}
            onClick={() => act.mutate({ path: `transfers/${suggestion.paymentId}/matches`, body: { amountMinor: line.amount.amountMinor, lineId: line.lineId }, done: t("money.transfers.said", { reference: suggestion.reference }) })}
          >{t("money.lines.is", { reference: suggestion.reference, name: suggestion.customerName ?? "" })}</Button>
        ))}
        {aside && <ReasonRow label={t("money.reason")} submit={t("money.lines.aside")} busy={act.isPending} onLeave={() => setAside(false)} onSubmit={(reason) => act.mutate({ path: `bank-lines/${line.lineId}/ignored`, body: { reason }, done: t("money.lines.gone") })} />}
      </div>
      {!aside && <Button kind="plain" size="small" onClick={() => setAside(true)}>{t("money.lines.aside")}</Button>}
    </li>
  );
}
