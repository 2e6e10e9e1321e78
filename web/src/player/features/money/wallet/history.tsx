import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { walletEntriesQuery } from "@/shared/api/money";
import type { WalletEntry } from "@/shared/api/money-types";
import type { Club } from "@/shared/api/types";
import { calendarDate, clock, dayLabel } from "@/shared/lib/club-time";
import { formatMoney, formatSigned } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";

/** Every change with its sign and what was left after it, newest first. */
export function History({ club }: { club: Club }) {
  const entries = useInfiniteQuery(walletEntriesQuery(club.clubId));
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="pb-2.5 text-heading text-ink-1">{t("wallet.history")}</h2>
      <QueryView query={entries} failure={t("wallet.historyFailed")} skeleton={<div className="flex flex-col gap-2"><Bone className="h-17" /><Bone className="h-17" /></div>} at={(instant) => clock(instant, club.timeZone)}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length > 0
            ? <ul className="card rows">{items.map((entry, index) => <Entry key={`${entry.at} ${index}`} entry={entry} zone={club.timeZone} />)}</ul>
            : <p className="card p-4 text-body text-ink-2">{t("wallet.noHistory")}</p>;
        }}
      </QueryView>
      {entries.hasNextPage && <Button kind="line" full className="mt-3" busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>{t("wallet.more")}</Button>}
      {entries.isFetchNextPageError && <p className="field-error mt-2" role="alert">{t("wallet.moreFailed")}</p>}
    </section>
  );
}

function Entry({ entry, zone }: { entry: WalletEntry; zone: string }) {
  const more = entry.amount.amountMinor > 0;
  const text = entry.bookingId ? <Link className="link" to={`/games/${entry.bookingId}`}>{entry.text}</Link> : entry.text;
  return (
    <li className="fact">
      <div className="min-w-0"><p className="text-label text-ink-1">{text}</p><p className="num text-small text-ink-3">{dayLabel(calendarDate(entry.at, zone))}, {clock(entry.at, zone)}</p></div>
      <div className="text-end">
        <p className={`num text-label font-semibold whitespace-nowrap ${more ? "text-paid-fg" : "text-ink-1"}`}>{formatSigned(entry.amount)}</p>
        <p className="num text-small whitespace-nowrap text-ink-3">{t("wallet.after", { balance: formatMoney(entry.balanceAfter) })}</p>
      </div>
    </li>
  );
}
