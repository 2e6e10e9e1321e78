import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { Link, useLocation } from "react-router";
import { t } from "@/player/i18n/money";
import { planProductsQuery } from "@/shared/api/money";
import type { PlanProduct } from "@/shared/api/money-types";
import { useSignedIn } from "@/shared/api/session";
import type { Club } from "@/shared/api/types";
import { useSheetParam } from "@/shared/lib/use-sheet-param";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { BuySheet } from "./buy-sheet";
import { PlanCard } from "./plan-card";

/** What regulars of a club buy to pay less an hour. */
export function PlansPage({ club }: { club: Club }) {
  const products = useQuery(planProductsQuery(club.clubId));
  const bones = <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-3"><Bone className="h-56" /><Bone className="h-56" /><Bone className="h-56" /></div>;
  return (
    <>
      <div className="flex items-center gap-1 pb-2"><Link to={`/clubs/${club.slug}`} className="icon-btn -ms-3" aria-label={club.name}><ArrowLeft size={22} aria-hidden className="mirror" /></Link><p className="text-label text-ink-2">{club.name}</p></div>
      <h1 className="pb-4 text-display text-ink-1">{t("plans.title")}</h1>
      <QueryView query={products} failure={t("plans.failed")} skeleton={bones}>{({ items }) => <Offers club={club} products={items} />}</QueryView>
    </>
  );
}

function Offers({ club, products }: { club: Club; products: readonly PlanProduct[] }) {
  const signedIn = useSignedIn();
  const { pathname } = useLocation();
  const buying = useSheetParam("buy");
  const bought = products.find((product) => product.productId === buying.value);
  if (products.length === 0) return <div className="card"><Empty title={t("plans.none")} action={<Link className="link" to={`/clubs/${club.slug}`}>{t("plans.find")}</Link>}>{t("plans.noneBody")}</Empty></div>;
  return (
    <div className="flex flex-col gap-6">
      {(["package", "membership"] as const).map((kind) => {
        const some = products.filter((product) => product.kind === kind);
        return some.length > 0 && (
          <section key={kind}>
            <h2 className="pb-2.5 text-heading text-ink-1">{t(kind === "package" ? "plans.packages" : "plans.memberships")}</h2>
            <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
              {some.map((product) => (
                <PlanCard key={product.productId} product={product} onBuy={signedIn ? () => buying.open(product.productId) : undefined} signInTo={`/sign-in?${new URLSearchParams({ next: `${pathname}?buy=${product.productId}` })}`} />
              ))}
            </ul>
          </section>
        );
      })}
      {bought && signedIn && <BuySheet club={club} product={bought} onClose={buying.close} />}
    </div>
  );
}
