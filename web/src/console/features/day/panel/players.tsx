import type { Booking } from "@/shared/api/types";
import { t } from "../../../i18n/en";
import { initials } from "../../../lib/initials";

/** The people on court by name where we know them, by count where we do not. */
export function Players({ full, count }: { full: Booking | undefined; count: number }) {
  const known = full?.players ?? [];
  if (known.length < 2 && count < 2) return null;
  return (
    <div>
      <h3 className="panel-sub">{t("booking.players")}</h3>
      {known.length > 1
        ? <ul className="people">{known.map((player, index) => <li key={player.playerId ?? index}><span className="avatar" data-first={index === 0 || undefined} aria-hidden>{initials(player.name)}</span><span className="truncate">{player.name}</span></li>)}</ul>
        : <p className="text-small">{t("booking.playersCount", { count })}</p>}
    </div>
  );
}
