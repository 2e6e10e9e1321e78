import { t } from "@/player/i18n/en";
import type { Club } from "@/shared/api/types";
import { moment } from "@/shared/lib/club-time";

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

/** What cancelling would cost, in words, before anybody books. The service decides; the booking itself carries the binding terms. */
export function cancellationWords(club: Club, startsAt: string, now: number): string {
  const start = Date.parse(startsAt);
  const { freeUntilHours, halfUntilHours, graceMinutes } = club.cancellation;
  const grace = Math.min(now + graceMinutes * MS_PER_MINUTE, start);
  const free = Math.max(start - freeUntilHours * MS_PER_HOUR, grace);
  const half = start - halfUntilHours * MS_PER_HOUR;
  const said = (at: number) => moment(new Date(at).toISOString(), now, club.timeZone);
  if (free >= start) return t("terms.freeUntilStart");
  if (half > free) return t("terms.freeThenHalf", { free: said(free), half: said(half) });
  return t("terms.freeThenFull", { free: said(free) });
}
