import { ChevronRight } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { walletsQuery } from "@/shared/api/money";
import { formatMoney } from "@/shared/lib/money";

/** The ways to one's money from the own page. */
export function MoneyLinks() {
  const wallets = useQuery(walletsQuery()).data?.items ?? [];
  const credit = wallets.map((wallet) => formatMoney(wallet.balance)).join(", ");
  return (
    <section>
      <h2 className="pb-2.5 text-heading text-ink-1">{t("you.money")}</h2>
      <ul className="card rows overflow-hidden">
        <li><Way to="/wallet" text={t("you.wallet")} value={credit} /></li>
        <li><Way to="/receipts" text={t("you.receipts")} /></li>
      </ul>
    </section>
  );
}

function Way({ to, text, value }: { to: string; text: string; value?: string }) {
  return (
    <Link to={to} className="fact hover-row">
      <span className="text-body text-ink-1">{text}</span>
      <span className="num flex items-center gap-2 text-body text-ink-2">{value}<ChevronRight size={20} aria-hidden className="mirror text-ink-3" /></span>
    </Link>
  );
}
