import { useState } from "react";
import { formatMoney, minorOf } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { named, t } from "../../i18n/en";
import { SelectField } from "../../ui/select-field";
import { useAct } from "./use-act";

const FRESH = { gross: "", fee: "0", bankReference: "" };

/** A gateway or the terminal's bank has paid out: what it kept is a fee, the rest is on the bank account. */
export function PayoutForm({ clubId, currency, gateways }: { clubId: string; currency: string; gateways: string[] }) {
  const act = useAct(clubId);
  const [form, setForm] = useState(FRESH);
  const [missing, setMissing] = useState(false);
  const [chosen, setChosen] = useState("");
  const sources = [...gateways, "terminal"];
  const gateway = sources.includes(chosen) ? chosen : sources[0];
  const field = (name: keyof typeof FRESH, label: string, hint?: string) => (
    <Field compact label={label} hint={hint} value={form[name]} error={missing && !form[name].trim() ? t("money.payout.needed") : undefined} inputMode={name === "bankReference" ? undefined : "numeric"} onChange={(event) => { setForm({ ...form, [name]: event.target.value }); setMissing(false); }} />
  );
  const submit = () => {
    const [grossMinor, feeMinor] = [minorOf(form.gross), minorOf(form.fee)];
    if (!grossMinor || Number.isNaN(feeMinor) || !form.bankReference.trim()) return setMissing(true);
    act.mutate(
      { path: "payouts", body: { gateway, grossMinor, feeMinor, bankReference: form.bankReference.trim() }, done: t("money.payout.done", { amount: formatMoney({ amountMinor: grossMinor - feeMinor, currency }) }) },
      { onSuccess: () => setForm(FRESH) },
    );
  };
  return (
    <form className="card page-card page-form no-print" noValidate aria-label={t("money.payout")} onSubmit={(event) => { event.preventDefault(); if (!act.isPending) submit(); }}>
      <h2 className="text-heading">{t("money.payout")}</h2>
      <SelectField label={t("money.payout.from")} value={gateway ?? ""} options={sources.map((source) => ({ value: source, label: named("account", source === "terminal" ? source : `gateway:${source}`) }))} onChange={setChosen} />
      {field("gross", t("money.payout.gross", { currency }))}
      {field("fee", t("money.payout.fee", { currency }))}
      {field("bankReference", t("money.payout.reference"), t("money.payout.referenceHint"))}
      <Button type="submit" busy={act.isPending}>{t("money.payout.submit")}</Button>
    </form>
  );
}
