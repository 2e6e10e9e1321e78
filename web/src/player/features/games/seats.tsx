import { Check } from "lucide-react";
import { t } from "@/player/i18n/en";
import type { Booking } from "@/shared/api/types";
import { cssVars } from "@/shared/lib/css-vars";
import { initials } from "@/shared/lib/initials";
import { Ball, CourtBox } from "@/shared/ui/court";

/** Two a side, in the order people join. */
const PLACES = [["32.6%", "27%"], ["32.6%", "75%"], ["67.4%", "27%"], ["67.4%", "75%"]] as const;

type Props = { booking: Booking; myId: string | undefined; fresh: boolean };

export function Seats({ booking, myId, fresh }: Props) {
  const players = booking.players.filter((player) => player.status !== "declined").slice(0, PLACES.length);
  return (
    <CourtBox>
      {PLACES.map(([x, y], index) => {
        const player = players[index];
        const place = cssVars({ "--seat-x": x, "--seat-y": y });
        if (!player) return <div key={x + y} ref={place} className="seat seat-open"><span className="seat-face" aria-hidden /><span>{t("seat.open")}</span></div>;
        const me = player.playerId === myId;
        return (
          <div key={x + y} ref={place} className="seat">
            <span className={`seat-face ${fresh && me ? "lands" : ""}`}>
              {initials(player.name)}
              {me ? <span className="absolute -end-1 -bottom-1"><Ball size={18} /></span> : <span className="seat-mark"><Check size={12} strokeWidth={2.5} aria-hidden /></span>}
            </span>
            <span>{me ? t("seat.you") : player.name}</span>
          </div>
        );
      })}
    </CourtBox>
  );
}
