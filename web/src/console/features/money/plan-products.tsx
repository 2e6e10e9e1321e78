import { useQuery } from "@tanstack/react-query";
import { formatMoney } from "@/shared/lib/money";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { Tag } from "@/shared/ui/tag";
import { t } from "../../i18n/en";
import { AddPlanProduct } from "./add-plan-product";
import { productsQuery, type PlanProduct } from "./plans-api";

/** Packages and memberships the club sells. */
export function PlanProducts({ clubId, currency }: { clubId: string; currency: string }) {
  const query = useQuery(productsQuery(clubId));
  return (
    <div className="page-columns">
      <section className="card page-card" aria-label={t("money.tab.plans")}>
        <QueryView query={query} failure={t("money.plans.failed")} skeleton={<Bone className="h-40" />}>
          {({ items }) => items.length === 0 ? <Empty title={t("money.plans.empty")}>{t("money.plans.emptyBody")}</Empty> : (
            <table className="table num">
              <thead><tr>{(["name", "gives", "price"] as const).map((name) => <th key={name} scope="col">{t(`money.plans.${name}`)}</th>)}</tr></thead>
              <tbody>{items.map((product) => <tr key={product.productId}><td className="text-label">{product.name} {!product.active && <Tag>{t("money.plans.off")}</Tag>}</td><td>{gives(product)}</td><td>{formatMoney(product.price)}</td></tr>)}</tbody>
            </table>
          )}
        </QueryView>
      </section>
      <AddPlanProduct clubId={clubId} currency={currency} />
    </div>
  );
}

const gives = (product: PlanProduct) => product.kind === "package"
  ? t("money.plans.minutes", { hours: (product.minutes ?? 0) / 60, days: product.validDays ?? 0 })
  : t("money.plans.months", { count: product.periodMonths ?? 0, benefits: product.benefits.join(", ") });
