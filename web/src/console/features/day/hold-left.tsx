import type { BoardBooking } from "@/shared/api/types";
import { countdown } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { t } from "../../i18n/en";

const SECOND_MS = 1_000;

/** "paying, 6:12 left": the figures change, nothing else of the cell. */
export function HoldLeft({ booking }: { booking: BoardBooking }) {
  const now = useNow(SECOND_MS);
  const left = Date.parse(booking.holdExpiresAt ?? "") - now;
  const doing = t(`hold.${booking.nextAction ?? "pay"}`);
  return left > 0 ? <>{t("hold.left", { doing, left: countdown(left) })}</> : <>{t("hold.over")}</>;
}
