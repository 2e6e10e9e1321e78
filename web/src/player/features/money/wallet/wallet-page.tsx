import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { t } from "@/player/i18n/money";
import { useClubs } from "@/shared/api/clubs";
import { walletsQuery } from "@/shared/api/money";
import type { Payment, Wallet } from "@/shared/api/money-types";
import type { Club } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { useSheetParam } from "@/shared/lib/use-sheet-param";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Segmented } from "@/shared/ui/segmented";
import { AttemptPage } from "../attempt/attempt-page";
import { History } from "./history";
import { TopUpSheet } from "./top-up-sheet";

/** Credit with each club: what there is, adding to it, and every change of it. */
export function WalletPage() {
  const clubs = useClubs();
  const wallets = useQuery(walletsQuery());
  const bones = <div className="flex flex-col gap-4"><Bone className="h-36" /><Bone className="h-17" /><Bone className="h-17" /></div>;
  return (
    <>
      <Attempted />
      <QueryView query={clubs.query} failure={t("wallet.failed")} skeleton={bones}>
        {({ items }) => <QueryView query={wallets} failure={t("wallet.failed")} skeleton={bones}>{(mine) => <Wallets clubs={items} wallets={mine.items} />}</QueryView>}
      </QueryView>
    </>
  );
}

/** The payment somebody has just come back from, or is making now. */
function Attempted() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const clubs = useClubs();
  const paymentId = params.get("payment");
  const fresh = params.has("started");
  if (!paymentId) return null;
  const again = (payment: Payment) => {
    const slug = clubs.find(payment.clubId)?.slug;
    if (payment.purpose === "plan" && slug) void navigate(`/clubs/${slug}/plans`);
    else setParams({ topup: payment.clubId }, { replace: true });
  };
  return <AttemptPage key={paymentId} paymentId={paymentId} fresh={fresh} onClose={() => setParams({}, { replace: true })} onAgain={again} />;
}

function Wallets({ clubs, wallets }: { clubs: readonly Club[]; wallets: readonly Wallet[] }) {
  const [chosen, setChosen] = useState<string>();
  const topUp = useSheetParam("topup");
  // A player sees every club that takes credit, also before the first rupee.
  const shown = clubs.filter((club) => club.paymentMethods.includes("wallet") || wallets.some((wallet) => wallet.clubId === club.clubId));
  const club = shown.find((each) => each.clubId === (topUp.value ?? chosen)) ?? shown[0];
  if (!club) return <p className="text-body text-ink-2">{t("wallet.noneBody")}</p>;
  const wallet = wallets.find((each) => each.clubId === club.clubId);
  const balance = wallet?.balance ?? { amountMinor: 0, currency: club.currency };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-10">
      <div className="flex flex-col gap-4">
        {shown.length > 1 && <Segmented legend={t("wallet.which")} name="club" value={club.clubId} options={shown.map((each) => ({ value: each.clubId, label: each.name }))} onChange={setChosen} />}
        <section className="wallet-card" aria-label={t("wallet.balance")}>
          <p className="text-small font-medium">{club.name}</p>
          <p className="num text-display">{formatMoney(balance)}</p>
          <p className="text-small font-medium">{t("wallet.balance")}</p>
        </section>
        <Button size="big" full onClick={() => topUp.open(club.clubId)}>{t("wallet.topUp")}</Button>
        {!wallet && <p className="text-small text-ink-2">{t("wallet.noneBody")}</p>}
      </div>
      <History key={club.clubId} club={club} />
      {topUp.value && <TopUpSheet club={club} onClose={topUp.close} />}
    </div>
  );
}
