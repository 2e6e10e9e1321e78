import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../i18n/en";
import { changePolicy, settingsTouched, type PaymentPolicy } from "./api";

const FIELDS = ["holdMinutes", "transferHoldMinutes", "transferCutoffMinutes", "depositPercent"] as const;

/** How long a court waits for money, and how much of it must come first. */
export function PolicyForm({ clubId, policy }: { clubId: string; policy: PaymentPolicy }) {
  const client = useQueryClient();
  const toast = useToast();
  const [values, setValues] = useState(policy);
  const save = useMutation({
    mutationFn: () => changePolicy(clubId, values),
    onSuccess: () => {
      toast({ text: t("money.settings.saved") });
      void settingsTouched(client, clubId);
    },
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  return (
    <form className="card page-card page-form" noValidate aria-label={t("money.policy")} onSubmit={(event) => { event.preventDefault(); if (!save.isPending) save.mutate(); }}>
      <h2 className="text-heading">{t("money.policy")}</h2>
      <div className="parts">
        {FIELDS.map((name) => (
          <Field key={name} compact label={t(`money.policy.${name}`)} hint={t(`money.policy.${name}.hint`)} type="number" min={0} value={values[name]} error={errors[name]?.[0]} onChange={(event) => setValues({ ...values, [name]: Number(event.target.value) })} />
        ))}
      </div>
      {save.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(save.error)}</p>}
      <Button type="submit" busy={save.isPending} className="self-start">{t("money.save")}</Button>
    </form>
  );
}
