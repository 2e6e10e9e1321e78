import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import type { Money } from "@/shared/api/types";
import { useIntentKey } from "@/shared/lib/idempotency";
import { formatMoney, minorOf, wholeOf } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../../i18n/en";
import { useFocusIn } from "../use-focus-in";
import { moneyTouched, takeMoney, type TakeMoney } from "./api";

type Props = { clubId: string; bookingId: string; due: Money; onDone: () => void };

/** Notes or the card terminal. More than is due is never entered: change is given from the drawer. */
export function TakeMoneyForm({ clubId, bookingId, due, onDone }: Props) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const [method, setMethod] = useState<TakeMoney["method"]>("cash");
  const [amount, setAmount] = useState(wholeOf(due));
  const take = useMutation({
    mutationFn: () => {
      const body: TakeMoney = { method, amountMinor: minorOf(amount) };
      return takeMoney(clubId, bookingId, body, key(bookingId + JSON.stringify(body)));
    },
    onSuccess: () => {
      toast({ text: t("money.taken", { amount: formatMoney({ ...due, amountMinor: minorOf(amount) }) }) });
      moneyTouched(client, clubId, bookingId);
      onDone();
    },
  });
  const root = useFocusIn<HTMLFormElement>();
  const errors = take.error instanceof ApiError ? take.error.errors : {};
  return (
    <form ref={root} className="page-form" noValidate tabIndex={-1} aria-label={t("money.takeTitle")} onSubmit={(event) => { event.preventDefault(); if (!take.isPending) take.mutate(); }}>
      <Segmented legend={t("money.how")} name="desk-method" value={method} options={[{ value: "cash", label: t("method.cash") }, { value: "terminal", label: t("method.terminal") }]} onChange={setMethod} />
      <Field compact data-autofocus label={t("money.amount", { currency: due.currency })} hint={t("money.dueHint", { due: formatMoney(due) })} inputMode="numeric" value={amount} error={errors.amountMinor?.[0]} onChange={(event) => { setAmount(event.target.value); take.reset(); }} />
      {take.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(take.error)}</p>}
      <div className="panel-actions">
        <Button type="submit" busy={take.isPending}>{t("money.takeSubmit")}</Button>
        <Button kind="line" onClick={onDone}>{t("money.leave")}</Button>
      </div>
    </form>
  );
}
