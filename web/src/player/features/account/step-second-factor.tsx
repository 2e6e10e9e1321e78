import { useState } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { Field } from "@/shared/ui/field";
import { secondFactor } from "./api";
import { StepTitle } from "./step-title";
import type { Entering } from "./use-sign-in";

export function SecondFactorStep({ challenge, enter }: { challenge: string; enter: Entering }) {
  const [otp, setOtp] = useState("");
  const [recovery, setRecovery] = useState(false);
  const error = enter.error ? messageOf(enter.error) : undefined;
  const submit = (value: string) => enter.mutate(() => secondFactor(challenge, value), { onError: () => setOtp("") });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (otp && !enter.isPending) submit(otp.trim()); }}>
      <StepTitle title={t("factor.title")}>{t(recovery ? "factor.recoveryIntro" : "factor.intro")}</StepTitle>
      <div className="flex flex-col gap-4">
        {recovery
          ? <Field label={t("factor.recovery")} autoComplete="off" autoCapitalize="none" value={otp} onChange={(event) => setOtp(event.target.value)} error={error} />
          : <CodeInput value={otp} onChange={setOtp} onComplete={submit} disabled={enter.isPending} error={error} autoFocus />}
        <Button type="submit" size="big" full busy={enter.isPending} disabled={!otp && !enter.isPending}>{t("code.go")}</Button>
        <Button kind="plain" full onClick={() => { setOtp(""); setRecovery(!recovery); }}>{t(recovery ? "factor.useApp" : "factor.useRecovery")}</Button>
      </div>
    </form>
  );
}
