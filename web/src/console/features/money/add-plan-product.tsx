import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import { useIntentKey } from "@/shared/lib/idempotency";
import { minorOf } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../i18n/en";
import { addProduct, productsKey, type NewPlanProduct } from "./plans-api";

const MINUTES_PER_HOUR = 60;
const FRESH = { name: "", price: "", hours: "10", days: "90", months: "1", priceClass: "member", benefits: "" };

export function AddPlanProduct({ clubId, currency }: { clubId: string; currency: string }) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const [kind, setKind] = useState<NewPlanProduct["kind"]>("package");
  const [form, setForm] = useState(FRESH);
  const add = useMutation({
    mutationFn: () => {
      const body = bodyOf(kind, form);
      return addProduct(clubId, body, key(JSON.stringify(body)));
    },
    onSuccess: (product) => {
      toast({ text: t("money.plans.added", { name: product.name }) });
      setForm(FRESH);
      void client.invalidateQueries({ queryKey: productsKey(clubId) });
    },
  });
  const errors = add.error instanceof ApiError ? add.error.errors : {};
  const field = (name: keyof typeof FRESH, label: string, error?: string, numeric = false) => (
    <Field compact label={label} value={form[name]} error={error} inputMode={numeric ? "numeric" : undefined} onChange={(event) => { setForm({ ...form, [name]: event.target.value }); add.reset(); }} />
  );
  return (
    <form className="card page-card page-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!add.isPending) add.mutate(); }}>
      <h2 className="text-heading">{t("money.plans.add")}</h2>
      <Segmented legend={t("money.plans.kind")} name="plan-kind" value={kind} options={[{ value: "package", label: t("money.plans.package") }, { value: "membership", label: t("money.plans.membership") }]} onChange={setKind} />
      {field("name", t("money.plans.name"), errors.name?.[0])}
      {field("price", t("money.amount", { currency }), errors.priceMinor?.[0], true)}
      {kind === "package" ? <>
        {field("hours", t("money.plans.hours"), errors.minutes?.[0], true)}
        {field("days", t("money.plans.validDays"), errors.validDays?.[0], true)}
      </> : <>
        {field("months", t("money.plans.periodMonths"), errors.periodMonths?.[0], true)}
        {field("priceClass", t("money.plans.priceClass"), errors.priceClass?.[0])}
        {field("benefits", t("money.plans.benefits"), errors.benefits?.[0])}
      </>}
      {add.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(add.error)}</p>}
      <Button type="submit" busy={add.isPending}>{t("money.plans.submit")}</Button>
    </form>
  );
}

function bodyOf(kind: NewPlanProduct["kind"], form: typeof FRESH): NewPlanProduct {
  const common = { kind, name: form.name.trim(), priceMinor: minorOf(form.price) || 0 };
  if (kind === "package") return { ...common, minutes: Math.round(Number(form.hours) * MINUTES_PER_HOUR), validDays: Number(form.days) };
  return { ...common, periodMonths: Number(form.months), priceClass: form.priceClass.trim(), benefits: form.benefits.split(",").map((text) => text.trim()).filter(Boolean), autoRenewable: true };
}
