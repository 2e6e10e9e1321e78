import { useState } from "react";
import { t } from "@/player/i18n/en";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { contactOf, register } from "./api";
import { Consent } from "./consent";
import { StepTitle } from "./step-title";
import type { Entering, Step } from "./use-sign-in";

type Props = { step: Extract<Step, { name: "register" }>; enter: Entering; consentVersion: string | undefined; go: (step: Step) => void };

/** An account with a password; the contact is proven later, at the first booking. */
export function RegisterStep({ step, enter, consentVersion, go }: Props) {
  const [form, setForm] = useState({ name: "", identifier: step.identifier, password: "", agreed: false });
  const [tried, setTried] = useState(false);
  const who = form.identifier.trim();
  const ready = form.name.trim() && who && form.password && form.agreed && consentVersion;
  const errors = enter.error instanceof ApiError ? enter.error.errors : {};
  const problem = (field: string, missing: string | undefined) => (tried ? missing : undefined) ?? errors[field]?.[0];
  const submit = () => enter.mutate(() => register({ name: form.name.trim(), ...contactOf(who), password: form.password, consent: consentVersion ?? "" }));
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (ready && !enter.isPending) submit(); }}>
      <StepTitle title={t("register.title")} />
      <div className="flex flex-col gap-4">
        <Field label={t("about.name")} name="name" autoComplete="name" value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} error={problem("name", form.name.trim() ? undefined : t("about.nameMissing"))} />
        <Field
          label={t("signIn.who")} name="username" autoComplete="username" inputMode="email" autoCapitalize="none" value={form.identifier} onChange={(event) => setForm({ ...form, identifier: event.target.value })}
          error={problem(form.identifier.includes("@") ? "email" : "phone", who ? undefined : t("signIn.whoMissing"))}
        />
        <Field
          label={t("password.label")} name="new-password" type="password" autoComplete="new-password" hint={t("password.hint")} value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })}
          error={problem("password", form.password ? undefined : t("password.missing"))}
        />
        <Consent checked={form.agreed} onChange={(agreed) => setForm({ ...form, agreed })} error={tried && !form.agreed ? t("consent.missing") : undefined} />
        {enter.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(enter.error)}</p>}
        <Button type="submit" size="big" full busy={enter.isPending}>{t("register.go")}</Button>
        <Button kind="plain" full onClick={() => go({ name: "password", identifier: who })}>{t("register.have")}</Button>
      </div>
    </form>
  );
}
