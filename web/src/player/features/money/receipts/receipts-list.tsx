import { useInfiniteQuery } from "@tanstack/react-query";
import { ReceiptText } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { useClubs } from "@/shared/api/clubs";
import { receiptsQuery } from "@/shared/api/money";
import type { ReceiptListItem } from "@/shared/api/money-types";
import { calendarDate, clock, dayLabel } from "@/shared/lib/club-time";
import { formatMoney, formatSigned } from "@/shared/lib/money";
import { Button, buttonClass } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";

export function ReceiptsList() {
  const clubs = useClubs();
  const receipts = useInfiniteQuery(receiptsQuery());
  const zoneOf = (clubId: string) => clubs.find(clubId)?.timeZone ?? "UTC";
  const bones = <div className="flex flex-col gap-2"><Bone className="h-17" /><Bone className="h-17" /><Bone className="h-17" /></div>;
  return (
    <>
      <QueryView query={clubs.query} failure={t("receipts.failed")} skeleton={bones}>
        {() => (
          <QueryView query={receipts} failure={t("receipts.failed")} skeleton={bones} at={(instant) => clock(instant, clubs.query.data?.items[0]?.timeZone ?? "UTC")}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              if (items.length === 0) return <div className="card"><Empty title={t("receipts.none")} icon={<ReceiptText size={28} aria-hidden />} action={<Link to="/" className={buttonClass("quiet")}>{t("plans.find")}</Link>}>{t("receipts.noneBody")}</Empty></div>;
              return <ul className="card rows overflow-hidden">{items.map((receipt) => <OneReceipt key={receipt.receiptId} receipt={receipt} zone={zoneOf(receipt.clubId)} />)}</ul>;
            }}
          </QueryView>
        )}
      </QueryView>
      {receipts.hasNextPage && <Button kind="line" full className="mt-3" busy={receipts.isFetchingNextPage} onClick={() => void receipts.fetchNextPage()}>{t("receipts.more")}</Button>}
      {receipts.isFetchNextPageError && <p className="field-error mt-2" role="alert">{t("receipts.moreFailed")}</p>}
    </>
  );
}

function OneReceipt({ receipt, zone }: { receipt: ReceiptListItem; zone: string }) {
  return (
    <li>
      <Link to={`/receipts/${receipt.receiptId}`} className="fact hover-row">
        <span className="min-w-0">
          <span className="block truncate text-label text-ink-1">{receipt.kind === "credit_note" ? `${t("receipts.creditNote")}: ${receipt.text}` : receipt.text}</span>
          <span className="num block truncate text-small text-ink-3">{[receipt.number, dayLabel(calendarDate(receipt.issuedAt, zone)), receipt.clubName].join(", ")}</span>
        </span>
        <span className="num text-label font-semibold whitespace-nowrap text-ink-1">{receipt.kind === "credit_note" ? formatSigned(receipt.total) : formatMoney(receipt.total)}</span>
      </Link>
    </li>
  );
}
