import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { sendCode, signInWithGoogle } from "./api";
import { GoogleButton } from "./google-button";
import { StepTitle } from "./step-title";
import type { Entering, Step } from "./use-sign-in";

/** A phone or an email; a code is sent there. */
export function WhoStep({ go, enter, googleClientId }: { go: (step: Step) => void; enter: Entering; googleClientId: string | undefined }) {
  const [identifier, setIdentifier] = useState("");
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: sendCode,
    onSuccess: (_, to) => go({ name: "code", identifier: to, sentAt: new Date().toISOString() }),
  });
  const typed = identifier.trim();
  const error = missing && !typed ? t("signIn.whoMissing") : send.error ? fieldError(send.error, "identifier") : undefined;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setMissing(true); if (typed && !send.isPending) send.mutate(typed); }}>
      <StepTitle title={t("signIn.title")}>{t("signIn.intro")}</StepTitle>
      <div className="flex flex-col gap-4">
        <Field
          label={t("signIn.who")} name="identifier" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} placeholder="0300 1234567"
          hint={t("signIn.whoHint")} value={identifier} onChange={(event) => setIdentifier(event.target.value)} error={error}
        />
        <Button type="submit" size="big" full busy={send.isPending}>{t("signIn.send")}</Button>
        <Button kind="plain" full onClick={() => go({ name: "password", identifier: typed })}>{t("signIn.usePassword")}</Button>
        {googleClientId && <GoogleButton clientId={googleClientId} onCredential={(credential) => enter.mutate(() => signInWithGoogle(credential))} />}
        {enter.error && <p className="field-error" role="alert">{messageOf(enter.error)}</p>}
      </div>
    </form>
  );
}

/** The sentence for one field when the service names it, else the whole. */
export function fieldError(error: unknown, field: string): string {
  return (error instanceof ApiError && error.errors[field]?.[0]) || messageOf(error);
}
