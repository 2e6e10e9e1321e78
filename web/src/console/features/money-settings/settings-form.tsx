import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { named, t } from "../../i18n/en";
import { changeSettings, settingsTouched, type Bank, type MoneySettings, type Tax } from "./api";

const MINOR_PER_MAJOR = 100;
const NO_BANK: Bank = { title: "", iban: "", bank: "" };
const NO_TAX: Tax = { label: "", percent: 0, number: "" };

/** Ways of paying, the bank account, what receipts say, and who approves refunds. */
export function SettingsForm({ clubId, settings }: { clubId: string; settings: MoneySettings }) {
  const client = useQueryClient();
  const toast = useToast();
  const [methods, setMethods] = useState(settings.methods);
  const [bank, setBank] = useState(settings.bank ?? NO_BANK);
  const [tax, setTax] = useState(settings.tax ?? NO_TAX);
  const [approval, setApproval] = useState(String(settings.refundApprovalAboveMinor / MINOR_PER_MAJOR));
  const [receiptPrefix, setReceiptPrefix] = useState(settings.receiptPrefix);
  const [legalName, setLegalName] = useState(settings.legalName ?? "");
  const save = useMutation({
    mutationFn: () => changeSettings(clubId, {
      methods, bank: isBlank(bank.title, bank.iban, bank.bank) ? null : bank, tax: isBlank(tax.label) ? null : tax,
      refundApprovalAboveMinor: Math.round(Number(approval.replace(/,/g, "")) * MINOR_PER_MAJOR), receiptPrefix, legalName: legalName.trim() || null,
    }),
    onSuccess: () => {
      toast({ text: t("money.settings.saved") });
      void settingsTouched(client, clubId);
    },
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  const error = (name: string) => errors[name]?.[0];
  return (
    <form className="card page-card page-form" noValidate aria-label={t("money.settings")} onSubmit={(event) => { event.preventDefault(); if (!save.isPending) save.mutate(); }}>
      <h2 className="text-heading">{t("money.settings")}</h2>
      <fieldset className="page-form">
        <legend className="panel-sub">{t("money.methods")}</legend>
        {settings.possibleMethods.map(({ method, ready, missing }) => (
          <label key={method} className="check">
            <input type="checkbox" checked={methods.includes(method)} disabled={!ready && !methods.includes(method)} onChange={(event) => setMethods(event.target.checked ? [...methods, method] : methods.filter((each) => each !== method))} />
            <span>{named("method", method)}{!ready && missing && <><br /><span className="text-small text-ink-3">{missing}</span></>}</span>
          </label>
        ))}
        {error("methods") && <p className="field-error" role="alert">{error("methods")}</p>}
      </fieldset>
      <fieldset className="parts">
        <legend className="panel-sub">{t("money.bank")}</legend>
        <Field compact label={t("money.bank.title")} value={bank.title} error={error("bank.title")} onChange={(event) => setBank({ ...bank, title: event.target.value })} />
        <Field compact label={t("money.bank.iban")} value={bank.iban} error={error("bank.iban")} spellCheck={false} onChange={(event) => setBank({ ...bank, iban: event.target.value })} />
        <Field compact label={t("money.bank.name")} value={bank.bank} error={error("bank.bank")} onChange={(event) => setBank({ ...bank, bank: event.target.value })} />
      </fieldset>
      <fieldset className="parts">
        <legend className="panel-sub">{t("money.receipts")}</legend>
        <Field compact label={t("money.legalName")} value={legalName} error={error("legalName")} onChange={(event) => setLegalName(event.target.value)} />
        <Field compact label={t("money.prefix")} value={receiptPrefix} maxLength={8} error={error("receiptPrefix")} onChange={(event) => setReceiptPrefix(event.target.value.toUpperCase())} />
        <Field compact label={t("money.tax.label")} hint={t("money.tax.hint")} value={tax.label} error={error("tax.label")} onChange={(event) => setTax({ ...tax, label: event.target.value })} />
        <Field compact label={t("money.tax.percent")} type="number" min={0} max={100} step={0.01} value={tax.percent} error={error("tax.percent")} onChange={(event) => setTax({ ...tax, percent: Number(event.target.value) })} />
        <Field compact label={t("money.tax.number")} value={tax.number ?? ""} error={error("tax.number")} onChange={(event) => setTax({ ...tax, number: event.target.value })} />
        <Field compact label={t("money.approval", { currency: settings.currency })} hint={t("money.approval.hint")} inputMode="numeric" value={approval} error={error("refundApprovalAboveMinor")} onChange={(event) => setApproval(event.target.value)} />
      </fieldset>
      {save.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(save.error)}</p>}
      <Button type="submit" busy={save.isPending} className="self-start">{t("money.save")}</Button>
    </form>
  );
}

const isBlank = (...texts: string[]) => texts.every((text) => text.trim() === "");
