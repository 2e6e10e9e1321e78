import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import type { Money } from "@/shared/api/types";
import { useIntentKey } from "@/shared/lib/idempotency";
import { formatMoney, minorOf, wholeOf } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../../i18n/en";
import { SelectField } from "../../../../ui/select-field";
import { TextArea } from "../../../../ui/text-area";
import { useFocusIn } from "../use-focus-in";
import { giveBack, moneyTouched, type GiveBack } from "./api";

const PLACES: GiveBack["to"][] = ["source", "wallet", "cash"];
type Props = { clubId: string; bookingId: string; most: Money; onDone: () => void };

/** A part or all of what was paid, with a reason. Above the club's limit it waits for a manager, and says so. */
export function GiveBackForm({ clubId, bookingId, most, onDone }: Props) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const [to, setTo] = useState<GiveBack["to"]>("source");
  const [amount, setAmount] = useState(wholeOf(most));
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const back = useMutation({
    mutationFn: () => {
      const body: GiveBack = { amountMinor: minorOf(amount), to, reason: reason.trim() };
      return giveBack(clubId, bookingId, body, key(bookingId + JSON.stringify(body)));
    },
    onSuccess: ({ items }) => {
      toast({ text: t(items.some((refund) => refund.status === "needs_approval") ? "money.back.waits" : "money.back.done") });
      moneyTouched(client, clubId, bookingId);
      onDone();
    },
  });
  const root = useFocusIn<HTMLFormElement>();
  const errors = back.error instanceof ApiError ? back.error.errors : {};
  const submit = () => {
    if (!reason.trim()) return setMissing(true);
    if (!back.isPending) back.mutate();
  };
  return (
    <form ref={root} className="page-form" noValidate tabIndex={-1} aria-label={t("money.giveBack")} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Field compact data-autofocus label={t("money.amount", { currency: most.currency })} hint={t("money.mostHint", { most: formatMoney(most) })} inputMode="numeric" value={amount} error={errors.amountMinor?.[0]} onChange={(event) => { setAmount(event.target.value); back.reset(); }} />
      <SelectField label={t("money.back.to")} value={to} options={PLACES.map((place) => ({ value: place, label: t(`refund.to.${place}`) }))} error={errors.to?.[0]} onChange={(next) => setTo(next as GiveBack["to"])} />
      <TextArea label={t("money.reason")} value={reason} maxLength={500} error={missing ? t("money.reasonNeeded") : errors.reason?.[0]} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
      {back.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(back.error)}</p>}
      <div className="panel-actions">
        <Button kind="danger-fill" type="submit" busy={back.isPending}>{t("money.back.submit")}</Button>
        <Button kind="line" onClick={onDone}>{t("money.leave")}</Button>
      </div>
    </form>
  );
}
