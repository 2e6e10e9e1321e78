import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "@/shared/api/errors";
import { signedIn } from "@/shared/api/session";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { Field } from "@/shared/ui/field";
import { t } from "../../i18n/en";
import { secondFactor } from "./api";

/** Six digits from the app, or one of the recovery codes when the phone is gone. */
export function SecondFactorStep({ challenge, onBack }: { challenge: string; onBack: () => void }) {
  const [otp, setOtp] = useState("");
  const [recovery, setRecovery] = useState(false);
  const enter = useMutation({ mutationFn: (typed: string) => secondFactor(challenge, typed), onSuccess: signedIn });
  const error = enter.error ? messageOf(enter.error) : undefined;
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (otp && !enter.isPending) enter.mutate(otp.trim()); }}>
      <div>
        <h2 className="text-heading">{t("signIn.second")}</h2>
        <p className="text-small text-ink-2">{t("signIn.secondHint")}</p>
      </div>
      {recovery
        ? <Field label={t("signIn.recovery")} value={otp} autoComplete="off" maxLength={40} error={error} onChange={(event) => setOtp(event.target.value)} />
        : <CodeInput label={t("signIn.second")} value={otp} onChange={setOtp} onComplete={(typed) => enter.mutate(typed)} error={error} />}
      <Button type="submit" size="big" full busy={enter.isPending}>{t("signIn.submit")}</Button>
      <div className="flex justify-between">
        {!recovery && <Button kind="plain" onClick={() => { setRecovery(true); setOtp(""); enter.reset(); }}>{t("signIn.secondRecovery")}</Button>}
        <Button kind="plain" onClick={onBack}>{t("signIn.otherWay")}</Button>
      </div>
    </form>
  );
}
