import type { ApiError } from "@/shared/api/errors";
import type { Alternative, Board } from "@/shared/api/types";
import { addMinutes, clock, shortRange } from "@/shared/lib/club-time";
import { Button } from "@/shared/ui/button";
import { t } from "../../../i18n/en";
import type { Spot } from "../api";
import { claimsAt } from "../places";
import { whoIs } from "../words";
import { Refusal } from "./refusal";

type Props = { error: ApiError; board: Board; spot: Spot; stays?: string | undefined; onChoose: (spot: Spot) => void };

/** A lost place: who has it now, and what is free instead. */
export function Taken({ error, board, spot, stays, onChoose }: Props) {
  const court = board.courts.find((each) => each.courtId === spot.courtId)?.name ?? "";
  const there = claimsAt(board, spot.courtId, spot.startsAt, addMinutes(spot.startsAt, spot.durationMinutes))[0];
  const alternatives = alternativesOf(error);
  return (
    <Refusal>
      <p>{there ? t("taken.by", { court, who: whoIs(there), time: shortRange(there.startsAt, there.endsAt, board.timeZone) }) : t("taken.plain", { court })}{stays ? ` ${stays}` : ""}</p>
      {alternatives.length === 0 ? <p>{t("taken.none")}</p> : (
        <>
          <p className="mt-1">{t("taken.free")}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {alternatives.map((each) => (
              <Button key={`${each.courtId}${each.startsAt}`} kind="line" size="small" className="num" onClick={() => onChoose({ courtId: each.courtId, startsAt: each.startsAt, durationMinutes: each.durationMinutes })}>
                {t("taken.option", { court: each.courtName, time: clock(each.startsAt, board.timeZone) })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Refusal>
  );
}

function alternativesOf(error: ApiError): Alternative[] {
  return Array.isArray(error.body.alternatives) ? (error.body.alternatives as Alternative[]) : [];
}
