import { useState } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { ResendCode } from "@/shared/ui/resend-code";
import { sendCode, signIn } from "./api";
import { StepTitle } from "./step-title";
import type { Entering, Step } from "./use-sign-in";

type Props = { step: Extract<Step, { name: "code" }>; enter: Entering; waitSeconds: number | undefined; go: (step: Step) => void };

export function CodeStep({ step, enter, waitSeconds, go }: Props) {
  const [code, setCode] = useState("");
  const { identifier } = step;
  const submit = (digits: string) => enter.mutate(() => signIn({ identifier, code: digits }), { onError: () => setCode("") });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (code.length === 6 && !enter.isPending) submit(code); }}>
      <StepTitle title={t("code.title")}>
        {t("code.sentTo")} <b className="num font-semibold text-ink-1">{identifier}</b>. <button type="button" className="link" onClick={() => go({ name: "who" })}>{t("code.change")}</button>
      </StepTitle>
      <CodeInput value={code} onChange={setCode} onComplete={submit} disabled={enter.isPending} error={enter.error ? messageOf(enter.error) : undefined} autoFocus />
      <div className="pt-2"><ResendCode sentAt={step.sentAt} waitSeconds={waitSeconds} send={() => sendCode(identifier)} /></div>
      <Button type="submit" size="big" full className="mt-2" busy={enter.isPending} disabled={code.length < 6 && !enter.isPending}>{t("code.go")}</Button>
      <p className="pt-5 text-small text-ink-3">{t("code.note")}</p>
    </form>
  );
}
