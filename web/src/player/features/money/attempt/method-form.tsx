import { TriangleAlert } from "lucide-react";
import { Fragment, useState, type ReactNode } from "react";
import { t } from "@/player/i18n/money";
import { MethodOption } from "@/player/parts/method-option";
import type { StartPayment } from "@/shared/api/money-types";
import type { PayWith } from "@/shared/api/types";
import { useOnline } from "@/shared/lib/use-online";
import { Button } from "@/shared/ui/button";
import type { Choice } from "./choices";
import { PayerFields } from "./payer-fields";
import { emptyTyped, errorsOf, payerOf, type FieldErrors, type Typed } from "./wallet-fields";

export type Chosen = Pick<StartPayment, "method" | "planId" | "phone" | "cnicLast6">;
type Props = {
  choices: readonly Choice[]; first: PayWith | undefined; phone: string; busy: boolean; error: string | undefined;
  /** The way was chosen before: the others stay folded until they are asked for. */
  folded?: boolean;
  buttonOf: (choice: Choice) => string; note?: ReactNode; onPay: (chosen: Chosen) => void; children?: ReactNode;
};

/** The ways of paying, what the chosen one asks, and one button that says what happens. */
export function MethodForm({ choices, first, phone, busy, error, folded = false, buttonOf, note, onPay, children }: Props) {
  const online = useOnline();
  const [key, setKey] = useState<string>();
  const [unfolded, setUnfolded] = useState(!folded);
  const [changed, setTyped] = useState<Typed>();
  const [errors, setErrors] = useState<FieldErrors>({});
  // The own number stands there until something else is typed, also when it arrives after the form.
  const typed = changed ?? emptyTyped(phone);
  const open = choices.filter((choice) => !choice.off);
  const wished = open.find((choice) => choice.key === key) ?? open.find((choice) => choice.method.method === first);
  const chosen = wished ?? open[0];
  if (!chosen) return <p className="text-body text-ink-2">{t("pay.none")}</p>;

  const pay = () => {
    const found = errorsOf(chosen.method, typed);
    setErrors(found);
    if (Object.keys(found).length === 0) onPay({ method: chosen.method.method, ...(chosen.plan ? { planId: chosen.plan.planId } : {}), ...payerOf(chosen.method, typed) });
  };
  // What was chosen is not there any more: then all the others are shown.
  const shown = unfolded || !wished ? choices : [chosen];
  return (
    <form className="flex flex-col gap-4" noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); if (online && !busy) pay(); }}>
      {children}
      <div>
        <fieldset className="methods">
          <legend className="pb-1 text-label text-ink-2">{t("pay.with")}</legend>
          {shown.map((choice) => (
            <Fragment key={choice.key}>
              <MethodOption
                group="pay-with" method={choice.method.method} name={choice.name} hint={choice.hint} disabled={choice.off} checked={choice.key === chosen.key}
                onChange={() => { setKey(choice.key); setErrors({}); }}
              />
              {choice.key === chosen.key && <PayerFields method={chosen.method} typed={typed} errors={errors} onChange={(next) => { setTyped(next); setErrors({}); }} />}
            </Fragment>
          ))}
        </fieldset>
        {shown.length < choices.length && <Button kind="plain" className="-ms-2" onClick={() => setUnfolded(true)}>{t("pay.anotherWay")}</Button>}
      </div>
      <div className="pay-foot">
        {note}
        {error && <p className="field-error pb-2" role="alert"><TriangleAlert size={16} aria-hidden />{error}</p>}
        <Button type="submit" size="big" full busy={busy} disabled={!online}>{buttonOf(chosen)}</Button>
        {!online && <p className="pt-2 text-center text-small text-ink-2">{t("pay.offline")}</p>}
      </div>
    </form>
  );
}
