import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/money";
import { ApiError, messageOf } from "@/shared/api/errors";
import { receiptDetailsKey, receiptDetailsQuery, saveReceiptDetails } from "@/shared/api/money";
import type { ReceiptDetails as Details } from "@/shared/api/money-types";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { useToast } from "@/shared/ui/toast";

/** Company, tax number and address, for those who claim the game. */
export function ReceiptDetails() {
  const query = useQuery(receiptDetailsQuery());
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2 className="pb-2.5 text-heading text-ink-1">{t("details.title")}</h2>
      <div className="card rows">
        <QueryView query={query} failure={t("details.failed")} skeleton={<Bone className="m-4 h-10" />}>
          {(details) => (open ? <Form details={details} onClose={() => setOpen(false)} /> : <Shown details={details} onChange={() => setOpen(true)} />)}
        </QueryView>
      </div>
    </section>
  );
}

function Shown({ details, onChange }: { details: Details; onChange: () => void }) {
  const lines = [details.companyName, details.taxNumber, details.address].filter(Boolean);
  return (
    <div className="fact">
      <div className="min-w-0">{lines.length > 0 ? lines.map((line) => <p key={line} className="num text-body break-words text-ink-1">{line}</p>) : <><p className="text-body text-ink-1">{t("details.none")}</p><p className="text-small text-ink-3">{t("details.lead")}</p></>}</div>
      <Button kind="plain" onClick={onChange}>{t("details.change")}</Button>
    </div>
  );
}

function Form({ details, onClose }: { details: Details; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState({ companyName: details.companyName ?? "", taxNumber: details.taxNumber ?? "", address: details.address ?? "" });
  const save = useMutation({
    mutationFn: () => saveReceiptDetails(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() || null]))),
    onSuccess: () => { void client.invalidateQueries({ queryKey: receiptDetailsKey }); toast({ text: t("details.saved") }); onClose(); },
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  const field = (name: keyof typeof typed) => ({ value: typed[name], error: errors[name]?.[0], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  return (
    <form className="flex flex-col gap-3 p-4" onSubmit={(event) => { event.preventDefault(); if (!save.isPending) save.mutate(); }}>
      <Field label={t("details.company")} autoComplete="organization" maxLength={120} {...field("companyName")} />
      <Field label={t("details.tax")} autoComplete="off" maxLength={30} {...field("taxNumber")} />
      <Field label={t("details.address")} autoComplete="street-address" maxLength={200} {...field("address")} />
      {save.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(save.error)}</p>}
      <div className="flex gap-2"><Button type="submit" busy={save.isPending}>{t("details.save")}</Button><Button kind="line" onClick={onClose}>{t("details.leave")}</Button></div>
    </form>
  );
}
