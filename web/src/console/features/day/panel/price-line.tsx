import { useQuery } from "@tanstack/react-query";
import { shortRange } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import type { Board } from "@/shared/api/types";
import { addMinutes } from "@/shared/lib/club-time";
import { t } from "../../../i18n/en";
import { quoteQuery, type Quote, type Spot } from "../api";
import { claimsAt } from "../places";
import { whoIs } from "../words";

type Props = { clubId: string; board: Board; spot: Spot; ignore?: string | undefined };

/** The price before one books, with what made it; or who is there already. */
export function PriceLine({ clubId, board, spot, ignore }: Props) {
  const quote = useQuery(quoteQuery(clubId, spot));
  const there = claimsAt(board, spot.courtId, spot.startsAt, addMinutes(spot.startsAt, spot.durationMinutes)).filter((claim) => claim.occupancyId !== ignore);
  const first = there[0];
  return (
    <div className="price-line num" aria-live="polite">
      {quote.data
        ? <><span className="text-small text-ink-2">{t("quote.price")}<br /><span className="text-micro text-ink-3">{rules(quote.data)}</span></span><b className="text-heading">{formatMoney(quote.data.price)}</b></>
        : <span className="text-small text-ink-2">{t(quote.isError ? "quote.failed" : "quote.asking")}</span>}
      {first && <p className="due w-full text-small">{t("quote.taken", { who: whoIs(first), time: shortRange(first.startsAt, first.endsAt, board.timeZone) })}</p>}
      {!first && quote.data?.free === false && ignore === undefined && <p className="due w-full text-small">{t("quote.takenPlain")}</p>}
    </div>
  );
}

/** "1 half hour Off-peak, 2 half hours Peak weekdays" */
export function rules(quote: Quote): string {
  const counts = new Map<string, number>();
  for (const segment of quote.segments) counts.set(segment.rule, (counts.get(segment.rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => t("quote.halfHours", { count, rule })).join(", ");
}
