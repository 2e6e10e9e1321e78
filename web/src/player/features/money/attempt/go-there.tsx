import { ExternalLink } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { t } from "@/player/i18n/money";
import type { Payment, PaymentAction } from "@/shared/api/money-types";
import { formatMoney } from "@/shared/lib/money";
import { Button, buttonClass } from "@/shared/ui/button";
import { payeeName } from "../method-words";
import { sentMarks } from "./sent-marks";

type Props = { payment: Payment; action: PaymentAction; fresh: boolean; asking: boolean; onAsk: () => void };

/** On to somebody else's page: by itself once, by the button always. */
export function GoThere({ payment, action, fresh, asking, onAsk }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const url = safeUrl(action.url);
  const step = stepOf(action);
  const { paymentId } = payment;
  const name = payeeName(payment.method);
  const [returned, setReturned] = useState(() => !fresh && sentMarks.has(paymentId, step));

  useEffect(() => {
    // The back button brings the page as it was left.
    const show = (event: PageTransitionEvent) => { if (event.persisted) { setReturned(true); onAsk(); } };
    window.addEventListener("pageshow", show);
    return () => window.removeEventListener("pageshow", show);
  }, [onAsk]);

  useEffect(() => {
    // A new attempt of this page goes at once; so does the next step of one that this tab has been sent away for before.
    const goes = url !== undefined && !sentMarks.has(paymentId, step) && (fresh || sentMarks.any(paymentId));
    if (!goes) return;
    sentMarks.add(paymentId, step);
    if (action.kind === "redirect") window.location.assign(url);
    else form.current?.submit();
  }, [action.kind, fresh, paymentId, step, url]);

  return (
    <section className="flex flex-col gap-3" aria-live="polite">
      <h2 className="text-title text-ink-1">{t(returned ? "go.left" : "go.now", { method: name })}</h2>
      <p className="num text-body text-ink-2">{returned ? t("go.leftBody") : `${t("go.body", { amount: formatMoney(payment.amount) })} ${t("go.stuck")}`}</p>
      {url !== undefined && (action.kind === "redirect"
        ? <a className={buttonClass("primary", "big", true)} href={url} onClick={() => sentMarks.add(paymentId, step)}><ExternalLink size={19} aria-hidden className="mirror" />{t("go.button", { method: name })}</a>
        : (
          <form ref={form} method="post" action={url} acceptCharset="utf-8" onSubmit={() => sentMarks.add(paymentId, step)}>
            {Object.entries(action.fields ?? {}).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
            <Button type="submit" size="big" full icon={<ExternalLink size={19} aria-hidden className="mirror" />}>{t("go.button", { method: name })}</Button>
          </form>
        ))}
      {returned && <Button kind="line" full busy={asking} onClick={onAsk}>{t("go.paid")}</Button>}
    </section>
  );
}

/** Steps of one payment differ in where they go or what they carry. */
const stepOf = (action: PaymentAction) => `${action.kind} ${action.url ?? ""} ${Object.keys(action.fields ?? {}).sort().join(",")}`;

/** Only web pages: an address that is none of them is never opened. */
function safeUrl(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url, window.location.origin)) return undefined;
  const parsed = new URL(url, window.location.origin);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : undefined;
}
