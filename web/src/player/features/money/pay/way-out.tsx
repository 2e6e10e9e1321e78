import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { Button, buttonClass } from "@/shared/ui/button";

/** Beside the one thing to do: another way, or giving the court back, which the game's page asks about once more. */
export function WayOut({ bookingId, held, onAnotherWay }: { bookingId: string; held: boolean; onAnotherWay?: () => void }) {
  if (!held && !onAnotherWay) return null;
  return (
    <div className="grid auto-cols-fr grid-flow-col gap-2">
      {onAnotherWay && <Button kind="line" onClick={onAnotherWay}>{t("pay.anotherWay")}</Button>}
      {held && <Link className={buttonClass("line")} to={`/games/${bookingId}?cancel=1`}>{t("pay.giveUp")}</Link>}
    </div>
  );
}
