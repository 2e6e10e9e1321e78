import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/shared/api/errors";
import type { Booking, CancellationTerms } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { useIntentKey } from "@/shared/lib/idempotency";
import { formatMoney, isZero } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../i18n/en";
import { TextArea } from "../../../ui/text-area";
import { cancelBooking, dayTouched, type Cancellation } from "../api";
import { PanelHead } from "./panel-head";
import { Refusal } from "./refusal";
import { useFocusIn } from "./use-focus-in";

type Props = { booking: Booking; name: string; timeZone: string; onClose: () => void; onDone: () => void };

/** What it costs is said before it is done; whoever takes no fee says why. */
export function CancelForm({ booking, name, timeZone, onClose, onDone }: Props) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const [reason, setReason] = useState("");
  const [waive, setWaive] = useState(false);
  const [missing, setMissing] = useState(false);
  const terms = booking.cancellationTerms;
  const fee = terms && !isZero(terms.feeNow) ? formatMoney(terms.feeNow) : null;
  const mutation = useMutation({
    mutationFn: () => {
      const body: Cancellation = { ...(reason.trim() && { reason: reason.trim() }), ...(waive && { waiveFee: true }) };
      return cancelBooking(booking.bookingId, body, key(booking.bookingId + JSON.stringify(body)));
    },
    onSuccess: () => {
      toast({ text: t("cancel.done", { name, court: booking.courtName, time: clock(booking.startsAt, timeZone) }) });
      onDone();
    },
    onSettled: () => dayTouched(client, booking.clubId),
  });
  const root = useFocusIn<HTMLFormElement>();
  const submit = () => {
    if (waive && !reason.trim()) return setMissing(true);
    if (!mutation.isPending) mutation.mutate();
  };

  return (
    <form ref={root} className="panel-form" noValidate tabIndex={-1} aria-label={t("cancel.title", { name })} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <PanelHead title={t("cancel.title", { name })} onClose={onClose} />
      <Consequence booking={booking} terms={terms} waived={waive} />
      {fee && (
        <label className="check">
          <input type="checkbox" checked={waive} onChange={(event) => { setWaive(event.target.checked); setMissing(false); }} />
          <span>{t("cancel.waive")}<br /><span className="text-small text-ink-3">{t("cancel.waiveHint")}</span></span>
        </label>
      )}
      <TextArea
        label={t(waive ? "cancel.reason" : "cancel.reasonOptional")} value={reason} maxLength={500}
        error={missing ? t("cancel.reasonNeeded") : mutation.error instanceof ApiError ? mutation.error.errors.reason?.[0] : undefined}
        onChange={(event) => { setReason(event.target.value); setMissing(false); }}
      />
      <Refusal error={mutation.error} />
      <div className="panel-actions">
        <Button kind="danger-fill" type="submit" busy={mutation.isPending} className="num">{fee && !waive ? t("cancel.submitFee", { fee }) : t("cancel.submit")}</Button>
        <Button kind="line" data-autofocus onClick={onClose}>{t("cancel.keep")}</Button>
      </div>
    </form>
  );
}

function Consequence({ booking, terms, waived }: { booking: Booking; terms: CancellationTerms | null | undefined; waived: boolean }) {
  if (!terms) return null;
  const free = waived || isZero(terms.feeNow);
  const back = waived ? booking.amountPaid : terms.refundNow;
  return (
    <div className="consequence num">
      <p className="text-label">{free ? t("cancel.free") : t("cancel.feeNow", { fee: formatMoney(terms.feeNow) })}</p>
      {!isZero(back) && <p className="text-small text-ink-2">{t("cancel.refund", { refund: formatMoney(back) })}</p>}
      {!free && isZero(booking.amountPaid) && <p className="text-small text-ink-2">{t("cancel.owed", { fee: formatMoney(terms.feeNow) })}</p>}
    </div>
  );
}
