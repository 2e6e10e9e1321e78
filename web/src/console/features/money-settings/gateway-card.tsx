import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Tag } from "@/shared/ui/tag";
import { useToast } from "@/shared/ui/toast";
import { named, t } from "../../i18n/en";
import { changeGateway, settingsTouched, type CredentialField, type Gateway } from "./api";

/** One account at a gateway. What was entered is never shown again, only that it was. */
export function GatewayCard({ clubId, gateway }: { clubId: string; gateway: Gateway }) {
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const change = useMutation({
    mutationFn: (enabled: boolean) => changeGateway(clubId, gateway.gateway, { enabled, ...(Object.keys(typed).length > 0 && { credentials: typed }) }),
    onSuccess: (after) => {
      toast({ text: t(after.enabled ? "money.gateway.on.done" : "money.gateway.off.done", { gateway: gateway.label }) });
      setTyped({});
      void settingsTouched(client, clubId);
    },
  });
  const errors = change.error instanceof ApiError ? change.error.errors : {};
  return (
    <form className="card page-card page-form" noValidate aria-label={gateway.label} onSubmit={(event) => { event.preventDefault(); if (!change.isPending) change.mutate(true); }}>
      <header className="flex items-center justify-between gap-3">
        <h3 className="text-label">{gateway.label}</h3>
        <Tag tone={gateway.enabled ? "ok" : "mute"}>{t(gateway.enabled ? "money.gateway.on" : "money.gateway.off")}</Tag>
      </header>
      <p className="text-small text-ink-2">{t("money.gateway.serves", { methods: gateway.methods.map((method) => named("method", method)).join(", ") })}{gateway.needsForeignEntity && ` ${t("money.gateway.foreign")}`}</p>
      {gateway.fields.map((field) => (
        <Credential key={field.name} field={field} value={typed[field.name] ?? ""} error={errors[`credentials.${field.name}`]?.[0]} onChange={(value) => { setTyped({ ...typed, [field.name]: value }); change.reset(); }} />
      ))}
      {change.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(change.error)}</p>}
      <div className="panel-actions">
        <Button type="submit" busy={change.isPending && change.variables}>{t(gateway.enabled ? "money.gateway.save" : "money.gateway.switchOn")}</Button>
        {gateway.enabled && <Button kind="line" busy={change.isPending && !change.variables} onClick={() => change.mutate(false)}>{t("money.gateway.switchOff")}</Button>}
      </div>
    </form>
  );
}

type CredentialProps = { field: CredentialField; value: string; error: string | undefined; onChange: (value: string) => void };

function Credential({ field, value, error, onChange }: CredentialProps) {
  return (
    <Field
      compact label={field.label} type={field.secret ? "password" : "text"} autoComplete="off" spellCheck={false} value={value} required={field.required && !field.set} error={error}
      hint={t(field.set ? "money.gateway.set" : field.required ? "money.gateway.required" : "money.gateway.optional")} onChange={(event) => onChange(event.target.value)}
    />
  );
}
