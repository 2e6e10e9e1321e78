import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { t } from "../../i18n/en";
import { SelectField } from "../../ui/select-field";
import { productsQuery } from "./plans-api";
import { useAct } from "./use-act";

const WAYS = ["cash", "terminal", "wallet"] as const;

/** A package or membership, sold at the desk. Nothing is shown where nothing is on sale. */
export function SellPlanForm({ clubId, playerId }: { clubId: string; playerId: string }) {
  const act = useAct(clubId);
  const products = useQuery(productsQuery(clubId));
  const onSale = products.data?.items.filter((product) => product.active) ?? [];
  const [chosen, setChosen] = useState("");
  const [method, setMethod] = useState<string>("cash");
  const product = onSale.find((each) => each.productId === chosen) ?? onSale[0];
  if (!product) return null;
  const sell = () => act.mutate({ path: "plan-sales", body: { playerId, productId: product.productId, method }, done: t("money.sell.done", { name: product.name }) });
  return (
    <form className="card page-card page-form" noValidate aria-label={t("money.sell")} onSubmit={(event) => { event.preventDefault(); if (!act.isPending) sell(); }}>
      <h2 className="text-heading">{t("money.sell")}</h2>
      <SelectField label={t("money.sell.what")} value={product.productId} options={onSale.map((each) => ({ value: each.productId, label: `${each.name}, ${formatMoney(each.price)}` }))} onChange={setChosen} />
      <SelectField label={t("money.how")} value={method} options={WAYS.map((way) => ({ value: way, label: t(`method.${way}`) }))} onChange={setMethod} />
      <Button type="submit" busy={act.isPending}>{t("money.sell.submit", { price: formatMoney(product.price) })}</Button>
    </form>
  );
}
