import { useQuery } from "@tanstack/react-query";
import { t } from "@/player/i18n/en";
import { clubQuery } from "@/shared/api/clubs";
import { clock, dayLabel } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { MiniCourt } from "@/shared/ui/court";
import { availabilityQuery } from "./api";
import type { Chosen } from "./chosen";
import { optionsAt } from "./slot-grid";

/** The slot that waits while somebody signs in. */
export function ChosenSlot({ slug, date, chosen }: { slug: string; date: string | null; chosen: Chosen }) {
  const club = useQuery(clubQuery(slug)).data;
  const day = date ?? club?.today ?? "";
  const free = useQuery({ ...availabilityQuery(club?.clubId ?? "", day), refetchInterval: false }).data;
  const court = club?.courts.find((each) => each.courtId === chosen.courtId);
  if (!club || !court) return null;
  const price = optionsAt(free, chosen.courtId, chosen.startsAt).find((each) => each.durationMinutes === chosen.durationMinutes)?.price;
  return (
    <div className="flex items-center gap-3 rounded-control bg-surface-2 px-3.5 py-2.5">
      <MiniCourt />
      <div className="min-w-0">
        <p className="num text-label text-ink-1">{`${dayLabel(day)}, ${clock(chosen.startsAt, club.timeZone)}, ${court.name}`}</p>
        <p className="num text-small text-ink-2">
          {price ? t("length.price", { minutes: chosen.durationMinutes, price: formatMoney(price) }) : t("filter.minutes", { minutes: chosen.durationMinutes })}. {t("chosen.keep")}
        </p>
      </div>
    </div>
  );
}
