import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import { t } from "@/shared/i18n/en";
import { countdown } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";

const SECOND_MS = 1_000;

/** A new code may be asked for after a minute; until then the time left is said. */
export function ResendCode({ sentAt, waitSeconds = 60, send }: { sentAt: string; waitSeconds?: number; send: () => Promise<unknown> }) {
  const now = useNow(SECOND_MS);
  const [lastSent, setLastSent] = useState(() => Date.parse(sentAt));
  const [wait, setWait] = useState(waitSeconds);
  const again = useMutation({
    mutationFn: send,
    onSuccess: () => { setLastSent(Date.now()); setWait(waitSeconds); },
    onError: (error) => {
      if (!(error instanceof ApiError) || !error.retryAfterSeconds) return;
      setLastSent(Date.now());
      setWait(error.retryAfterSeconds);
    },
  });
  const left = lastSent + wait * SECOND_MS - now;
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 text-small">
      {left > 0
        ? <p className="num text-ink-3">{t("code.resendIn", { time: countdown(left) })}</p>
        : <button type="button" className="link -ms-1 min-h-11 px-1 text-label" aria-busy={again.isPending} onClick={() => { if (!again.isPending) again.mutate(); }}>{t("code.resend")}</button>}
      {again.isSuccess && left > 0 && <p role="status" className="text-ok-text">{t("code.sent")}</p>}
      {again.isError && <p role="alert" className="text-danger-text">{messageOf(again.error)}</p>}
    </div>
  );
}
