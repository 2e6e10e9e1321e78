import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { ApiError, messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { Field } from "@/shared/ui/field";
import { ResendCode } from "@/shared/ui/resend-code";
import { askReset, confirmReset } from "./api";
import { StepTitle } from "./step-title";
import type { Entering, Step } from "./use-sign-in";

type Props = { step: Extract<Step, { name: "reset" }>; enter: Entering; waitSeconds: number | undefined };

/** A code to the contact, then the new password. */
export function ResetStep({ step, enter, waitSeconds }: Props) {
  const [identifier, setIdentifier] = useState(step.identifier);
  const [sentAt, setSentAt] = useState<string | null>(null);
  const who = identifier.trim();
  const ask = useMutation({ mutationFn: () => askReset(who), onSuccess: () => setSentAt(new Date().toISOString()) });
  if (sentAt) return <NewPassword identifier={who} sentAt={sentAt} enter={enter} waitSeconds={waitSeconds} />;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (who && !ask.isPending) ask.mutate(); }}>
      <StepTitle title={t("reset.title")}>{t("reset.intro")}</StepTitle>
      <div className="flex flex-col gap-4">
        <Field label={t("signIn.who")} name="username" autoComplete="username" inputMode="email" autoCapitalize="none" value={identifier} onChange={(event) => setIdentifier(event.target.value)} error={ask.error ? messageOf(ask.error) : undefined} />
        <Button type="submit" size="big" full busy={ask.isPending} disabled={!who}>{t("signIn.send")}</Button>
      </div>
    </form>
  );
}

function NewPassword({ identifier, sentAt, enter, waitSeconds }: { identifier: string; sentAt: string; enter: Entering; waitSeconds: number | undefined }) {
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const weak = enter.error instanceof ApiError ? enter.error.errors.password?.[0] : undefined;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (code.length === 6 && password && !enter.isPending) enter.mutate(() => confirmReset({ identifier, code, password })); }}>
      <StepTitle title={t("reset.newTitle")}>{t("code.sentTo")} <b className="num font-semibold text-ink-1">{identifier}</b>.</StepTitle>
      <div className="flex flex-col gap-4">
        <CodeInput value={code} onChange={setCode} onComplete={setCode} error={enter.error && !weak ? messageOf(enter.error) : undefined} autoFocus />
        <ResendCode sentAt={sentAt} waitSeconds={waitSeconds} send={() => askReset(identifier)} />
        <Field label={t("reset.newPassword")} name="new-password" type="password" autoComplete="new-password" hint={t("password.hint")} value={password} onChange={(event) => setPassword(event.target.value)} error={weak} />
        <Button type="submit" size="big" full busy={enter.isPending} disabled={(code.length < 6 || !password) && !enter.isPending}>{t("reset.go")}</Button>
      </div>
    </form>
  );
}
