import { useState } from "react";
import { formatMoney, minorOf } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { t } from "../../i18n/en";
import { SelectField } from "../../ui/select-field";
import { useAct } from "./use-act";

type How = "cash" | "terminal" | "adjust";
type Props = { clubId: string; playerId: string; currency: string; runsClub: boolean };

/** Cash or card becomes credit; a manager may also correct it, up or down, with a reason. */
export function CreditForm({ clubId, playerId, currency, runsClub }: Props) {
  const act = useAct(clubId);
  const [how, setHow] = useState<How>("cash");
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const ways: How[] = runsClub ? ["cash", "terminal", "adjust"] : ["cash", "terminal"];
  const submit = () => {
    const amountMinor = minorOf(amount);
    if (!amountMinor || (how === "adjust" && !reason.trim())) return setMissing(true);
    const path = `players/${playerId}/${how === "adjust" ? "wallet-adjustments" : "wallet-top-ups"}`;
    const body = how === "adjust" ? { amountMinor, reason: reason.trim() } : { amountMinor, method: how };
    act.mutate({ path, body, done: t("money.credit.done", { amount: formatMoney({ amountMinor, currency }) }) }, { onSuccess: () => { setAmount(""); setReason(""); } });
  };
  return (
    <form className="card page-card page-form" noValidate aria-label={t("money.credit.add")} onSubmit={(event) => { event.preventDefault(); if (!act.isPending) submit(); }}>
      <h2 className="text-heading">{t("money.credit.add")}</h2>
      <SelectField label={t("money.how")} value={how} options={ways.map((way) => ({ value: way, label: t(way === "adjust" ? "money.credit.adjust" : `method.${way}`) }))} onChange={(next) => setHow(next as How)} />
      <Field compact label={t("money.amount", { currency })} hint={how === "adjust" ? t("money.credit.minus") : undefined} inputMode="numeric" value={amount} error={missing && !minorOf(amount) ? t("money.credit.amountNeeded") : undefined} onChange={(event) => { setAmount(event.target.value); setMissing(false); }} />
      {how === "adjust" && <Field compact label={t("money.reason")} value={reason} maxLength={500} error={missing && !reason.trim() ? t("money.reasonNeeded") : undefined} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />}
      <Button type="submit" busy={act.isPending}>{t("money.credit.submit")}</Button>
    </form>
  );
}
