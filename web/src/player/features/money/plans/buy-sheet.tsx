import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { t } from "@/player/i18n/money";
import { messageOf } from "@/shared/api/errors";
import { useMe } from "@/shared/api/me";
import { clubMethodsQuery, walletsQuery } from "@/shared/api/money";
import type { CheckoutMethod, PlanProduct } from "@/shared/api/money-types";
import type { Club, Money } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Sheet } from "@/shared/ui/sheet";
import { buyingChoices } from "../attempt/choices";
import { MethodForm } from "../attempt/method-form";
import { useStart } from "../attempt/use-start";
import { buyable, withMethod } from "../method-words";
import { factsOf } from "./plan-words";

/** Buying a plan: what one gets, and with what to pay. */
export function BuySheet({ club, product, onClose }: { club: Club; product: PlanProduct; onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const methods = useQuery(clubMethodsQuery(club.clubId));
  const balance = useQuery(walletsQuery()).data?.items.find((wallet) => wallet.clubId === club.clubId)?.balance;
  const start = useStart((payment) => void navigate(`/wallet?payment=${payment.paymentId}&started=1`, { replace: true }));
  return (
    <Sheet title={product.name} subtitle={`${formatMoney(product.price)}, ${club.name}`} onClose={onClose}>
      <ul className="pb-4 text-body text-ink-2">{factsOf(product).map((fact) => <li key={fact} className="num">{fact}</li>)}</ul>
      <QueryView query={methods} failure={t("plans.failed")} skeleton={<Bone className="h-60" />}>
        {({ items }) => (
          <MethodForm
            choices={buyingChoices(afford(buyable(items), balance, product.price), balance)} first={undefined} phone={me?.phone ?? ""} busy={start.starting} error={start.error ? messageOf(start.error) : undefined}
            onPay={(chosen) => start.start({ purpose: "plan", clubId: club.clubId, productId: product.productId, ...chosen })}
            buttonOf={(choice) => t("plans.buyButton", { amount: formatMoney(product.price), method: withMethod(choice.method.method) })}
          />
        )}
      </QueryView>
    </Sheet>
  );
}

/** Credit that does not reach is shown, not offered. */
function afford(methods: readonly CheckoutMethod[], balance: Money | undefined, price: Money): CheckoutMethod[] {
  return methods.map((method) => (method.method === "wallet" ? { ...method, offered: (balance?.amountMinor ?? 0) >= price.amountMinor } : method));
}
