import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "@/shared/api/errors";
import { countdown } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { t } from "../../i18n/en";
import { authOptionsQuery, sendCode } from "./api";

const RESEND_SECONDS = 60;
const SECOND_MS = 1_000;

type Props = { identifier: string; busy: boolean; error: string | undefined; onCode: (code: string) => void; onBack: () => void };

export function CodeStep({ identifier, busy, error, onCode, onBack }: Props) {
  const [code, setCode] = useState("");
  const [sentAt, setSentAt] = useState(() => Date.now());
  const options = useQuery(authOptionsQuery());
  const now = useNow(SECOND_MS);
  const wait = sentAt + (options.data?.codeResendSeconds ?? RESEND_SECONDS) * SECOND_MS - now;
  const again = useMutation({ mutationFn: () => sendCode(identifier), onSuccess: () => { setSentAt(Date.now()); setCode(""); } });
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (code.length === 6 && !busy) onCode(code); }}>
      <p className="num text-body text-ink-2">{t("signIn.codeSent", { identifier })} {t("signIn.codeHint")}</p>
      <CodeInput value={code} onChange={setCode} onComplete={onCode} error={error} />
      <Button type="submit" size="big" full busy={busy}>{t("signIn.submit")}</Button>
      {again.error && <p className="field-error" role="alert">{messageOf(again.error)}</p>}
      <div className="flex justify-between">
        <Button kind="plain" disabled={wait > 0} busy={again.isPending} className="num" onClick={() => again.mutate()}>{wait > 0 ? t("signIn.againIn", { left: countdown(wait) }) : t("signIn.again")}</Button>
        <Button kind="plain" onClick={onBack}>{t("signIn.otherWay")}</Button>
      </div>
    </form>
  );
}
