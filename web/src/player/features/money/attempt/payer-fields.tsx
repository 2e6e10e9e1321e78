import { t } from "@/player/i18n/money";
import type { CheckoutMethod } from "@/shared/api/money-types";
import { Field } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { methodName } from "../method-words";
import { asksOnPhone, digitsOf, type FieldErrors, type Typed } from "./wallet-fields";

const CNIC_DIGITS = 6;

type Props = { method: CheckoutMethod; typed: Typed; errors: FieldErrors; onChange: (typed: Typed) => void };

/** Only what the wallet needs to find the payer; it lives in this form and goes nowhere else. */
export function PayerFields({ method, typed, errors, onChange }: Props) {
  if (!method.needs.includes("phone")) return null;
  const name = methodName(method.method);
  const onPhone = asksOnPhone(method, typed);
  return (
    <div className="flex flex-col gap-3 pt-1 pb-4">
      <Segmented
        legend={t("how.legend", { method: name })} name="how" value={onPhone ? "phone" : "page"} onChange={(how) => onChange({ ...typed, onPage: how === "page" })}
        options={[{ value: "phone", label: t("how.phone") }, { value: "page", label: t("how.page", { method: name }) }]}
      />
      {!onPhone && <p className="text-small text-ink-2">{t("how.pageNote", { method: name })}</p>}
      {onPhone && (
        <>
          <Field
            label={t("field.phone", { method: name })} hint={t("field.phoneHint")} inputMode="tel" autoComplete="off" maxLength={20} placeholder="0300 1234567" value={typed.phone}
            error={errors.phone ? t("field.phoneMissing") : undefined} onChange={(event) => onChange({ ...typed, phone: event.target.value })}
          />
          {method.needs.includes("cnicLast6") && (
            <Field
              label={t("field.cnic")} hint={t("field.cnicHint", { method: name })} inputMode="numeric" autoComplete="off" maxLength={CNIC_DIGITS + 2} value={typed.cnicLast6}
              error={errors.cnicLast6 ? t("field.cnicMissing") : undefined} onChange={(event) => onChange({ ...typed, cnicLast6: digitsOf(event.target.value).slice(0, CNIC_DIGITS) })}
            />
          )}
          <p className="text-small text-ink-2">{t("field.pinNote", { method: name })}</p>
        </>
      )}
    </div>
  );
}
