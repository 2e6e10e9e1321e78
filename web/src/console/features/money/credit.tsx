import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "@/shared/lib/club-time";
import { formatMoney, formatSigned } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { t } from "../../i18n/en";
import type { Customer } from "../../lib/players";
import { CustomerField } from "../../ui/customer-field";
import { playerPlansQuery, walletQuery, type Wallet } from "./credit-api";
import { CreditForm } from "./credit-form";
import { SellPlanForm } from "./sell-plan-form";

type Props = { clubId: string; timeZone: string; currency: string; runsClub: boolean };

/** One customer's credit and packages: what is there, put more in, sell a package. */
export function Credit({ clubId, timeZone, currency, runsClub }: Props) {
  const [name, setName] = useState("");
  const [customer, setCustomer] = useState<Customer | null>(null);
  return (
    <div className="page-columns">
      <section className="card page-card page-form" aria-label={t("money.tab.credit")}>
        <CustomerField clubId={clubId} name={name} customer={customer} hint={t("money.credit.whoHint")} onName={setName} onCustomer={setCustomer} />
        {customer && <CustomerMoney key={customer.playerId} clubId={clubId} timeZone={timeZone} playerId={customer.playerId} />}
      </section>
      {customer && (
        <div className="page-stack" key={customer.playerId}>
          <CreditForm clubId={clubId} playerId={customer.playerId} currency={currency} runsClub={runsClub} />
          <SellPlanForm clubId={clubId} playerId={customer.playerId} />
        </div>
      )}
    </div>
  );
}

function CustomerMoney({ clubId, timeZone, playerId }: { clubId: string; timeZone: string; playerId: string }) {
  const wallet = useQuery(walletQuery(clubId, playerId));
  const plans = useQuery(playerPlansQuery(clubId, playerId));
  const now = useNow(60_000);
  return (
    <>
      <QueryView query={wallet} failure={t("money.credit.failed")} skeleton={<Bone className="h-24" />}>{(data) => <History wallet={data} now={now} timeZone={timeZone} />}</QueryView>
      <QueryView query={plans} failure={t("money.plans.failed")} skeleton={<Bone className="h-12" />}>
        {({ items }) => items.length === 0 ? null : (
          <ul className="money-moves num">
            {items.map((plan) => <li key={plan.planId}><span>{plan.name}</span><span className="text-ink-3">{plan.minutesLeft == null ? "" : t("money.credit.left", { minutes: plan.minutesLeft })} {t("money.credit.until", { time: moment(plan.validUntil, now, timeZone) })}</span></li>)}
          </ul>
        )}
      </QueryView>
    </>
  );
}

function History({ wallet, now, timeZone }: { wallet: Wallet; now: number; timeZone: string }) {
  return (
    <div className="num">
      <p className="text-title">{formatMoney(wallet.balance)}</p>
      {wallet.items.length === 0 ? <p className="text-small text-ink-3">{t("money.credit.none")}</p> : (
        <ul className="money-moves">
          {wallet.items.map((entry) => <li key={entry.at + entry.text}><span>{entry.text}<br /><span className="text-ink-3">{moment(entry.at, now, timeZone)}</span></span><span>{formatSigned(entry.amount)}</span></li>)}
        </ul>
      )}
    </div>
  );
}
