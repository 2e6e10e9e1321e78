import { Circle, CircleX, Timer } from "lucide-react";
import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { FilledTick } from "@/shared/ui/filled-tick";
import { Tag } from "@/shared/ui/tag";
import { stateOf } from "./booking-words";

export function StateTag({ booking, big = false }: { booking: Booking; big?: boolean }) {
  const { tone, text } = stateOf(booking);
  const size = big ? 16 : 14;
  const icon = tone === "ok" ? <FilledTick size={size} /> : tone === "warn" ? <Timer size={size} aria-hidden /> : tone === "bad" ? <CircleX size={size} aria-hidden /> : undefined;
  return <Tag tone={tone} big={big} icon={icon}>{text}</Tag>;
}

/** Money due is amber with a hollow ring and the word. */
export function Due({ amount }: { amount: string }) {
  return <span className="num flex items-center gap-1.5 text-label font-semibold whitespace-nowrap text-unpaid-fg"><Circle size={14} strokeWidth={2.5} aria-hidden />{t("money.due", { amount })}</span>;
}
