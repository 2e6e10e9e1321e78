import { Check } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import type { PlanProduct } from "@/shared/api/money-types";
import { formatMoney } from "@/shared/lib/money";
import { Button, buttonClass } from "@/shared/ui/button";
import { factsOf, pricePerHour } from "./plan-words";

type Props = { product: PlanProduct; onBuy: (() => void) | undefined; signInTo: string };

/** One offer: its price, what an hour comes to, what it brings. */
export function PlanCard({ product, onBuy, signInTo }: Props) {
  const hour = pricePerHour(product);
  return (
    <li className="card flex flex-col gap-3 p-4">
      <div>
        <h3 className="text-heading text-ink-1">{product.name}</h3>
        <p className="num pt-1 text-figure text-ink-1">{formatMoney(product.price)}</p>
        {hour && <p className="num text-small text-ink-2">{hour}</p>}
      </div>
      <ul className="flex grow flex-col gap-1.5 text-small text-ink-2">
        {factsOf(product).map((fact) => <li key={fact} className="num flex gap-2"><Check size={16} aria-hidden className="mt-px text-ok-text" />{fact}</li>)}
      </ul>
      {onBuy
        ? <Button kind="quiet" full aria-label={t("plans.buyLong", { name: product.name })} onClick={onBuy}>{t("plans.buy")}</Button>
        : <Link className={buttonClass("quiet", "normal", true)} to={signInTo}>{t("plans.signIn")}</Link>}
    </li>
  );
}
