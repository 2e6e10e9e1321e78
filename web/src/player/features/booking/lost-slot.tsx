import { t } from "@/player/i18n/en";
import type { Alternative, Club } from "@/shared/api/types";
import { clock, difference } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import { Button } from "@/shared/ui/button";
import { BallOut } from "@/shared/ui/court";
import { Sheet } from "@/shared/ui/sheet";
import type { Chosen } from "./chosen";

type Props = {
  club: Club; courtName: string; lost: Chosen; alternatives: readonly Alternative[];
  /** The one that is being booked right now. */
  taking: string | undefined; error: string | undefined; onTake: (alternative: Alternative) => void; onClose: () => void;
};

/** Out = lost: said plainly, with what is free right now. */
export function LostSlot({ club, courtName, lost, alternatives, taking, error, onTake, onClose }: Props) {
  return (
    <Sheet
      role="alertdialog" picture={<BallOut />} title={t("lost.title", { court: courtName })} onClose={onClose}
      foot={<Button kind="plain" full onClick={onClose}>{t("lost.seeAll")}</Button>}
    >
      <p className="-mt-2 text-body text-ink-2">{t(alternatives.length > 0 ? "lost.body" : "lost.bodyNone")}</p>
      <ul className="mt-3.5 flex flex-col gap-2">
        {alternatives.map((alternative, index) => (
          <li key={alternative.courtId + alternative.startsAt} className="alternative">
            <div className="w-22 flex-none">
              <p className="num text-time text-ink-1">{clock(alternative.startsAt, club.timeZone)}</p>
              <p className="num text-micro text-ink-3">{difference(lost.startsAt, alternative.startsAt)}</p>
            </div>
            <div className="min-w-0 grow">
              <p className="text-label text-ink-1">{alternative.courtName}</p>
              <p className="num text-small text-ink-2">{t("length.price", { minutes: alternative.durationMinutes, price: formatMoney(alternative.price) })}</p>
            </div>
            <Button
              kind={index === 0 ? "primary" : "quiet"} busy={taking === keyOf(alternative)} disabled={taking !== undefined && taking !== keyOf(alternative)} onClick={() => onTake(alternative)}
              aria-label={t("lost.takeLong", { court: alternative.courtName, time: clock(alternative.startsAt, club.timeZone) })}
            >
              {t("lost.take")}
            </Button>
          </li>
        ))}
      </ul>
      {error && <p className="field-error mt-3" role="alert">{error}</p>}
    </Sheet>
  );
}

export const keyOf = (slot: { courtId: string; startsAt: string }) => `${slot.courtId} ${slot.startsAt}`;
