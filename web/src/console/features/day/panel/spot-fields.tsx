import type { Board, Club } from "@/shared/api/types";
import { addMinutes, clock } from "@/shared/lib/club-time";
import { Field } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { SelectField } from "../../../ui/select-field";
import { t } from "../../../i18n/en";
import type { Spot } from "../api";

type Props = { club: Club; board: Board; date: string; spot: Spot; errors: Readonly<Record<string, string[]>>; onChange: (spot: Spot) => void; onDay: (date: string) => void };

/** Day, court, start and length. The board shows the day the form is about, so another day turns the board's page. */
export function SpotFields({ club, board, date, spot, errors, onChange, onDay }: Props) {
  const starts = startsOf(board, club);
  return (
    <>
      <div className="pair">
        <Field compact type="date" label={t("spot.day")} value={date} onChange={(event) => event.target.value && onDay(event.target.value)} />
        <SelectField
          label={t("spot.court")} value={spot.courtId} error={errors.courtId?.[0]} options={board.courts.map((court) => ({ value: court.courtId, label: court.name }))}
          onChange={(courtId) => onChange({ ...spot, courtId })}
        />
      </div>
      <div className="pair pair-start">
        <SelectField
          label={t("spot.start")} value={spot.startsAt} error={errors.startsAt?.[0]} className="num"
          options={withCurrent(starts, spot.startsAt).map((start) => ({ value: start, label: clock(start, board.timeZone) }))}
          onChange={(startsAt) => onChange({ ...spot, startsAt })}
        />
        <div className="field">
          <span className="field-label num">{t("spot.length")} <span className="text-small text-ink-3">{t("spot.ends", { time: clock(addMinutes(spot.startsAt, spot.durationMinutes), board.timeZone) })}</span></span>
          <Segmented
            legend={t("spot.length")} name="length" value={spot.durationMinutes} className="seg-desk"
            options={lengths(club, spot).map((minutes) => ({ value: minutes, label: String(minutes), title: t("spot.minutes", { count: minutes }) }))}
            onChange={(durationMinutes) => onChange({ ...spot, durationMinutes })}
          />
        </div>
      </div>
    </>
  );
}

/** Every start of the day the club's raster has, in time order past midnight. */
export function startsOf(board: Board, club: Club): string[] {
  const shortest = Math.min(...club.slots.durations);
  const minutes = (Date.parse(board.closesAt) - Date.parse(board.opensAt)) / 60_000;
  const count = Math.max(0, Math.floor((minutes - shortest) / club.slots.gridMinutes) + 1);
  return Array.from({ length: count }, (_, index) => addMinutes(board.opensAt, index * club.slots.gridMinutes));
}

const withCurrent = (starts: string[], current: string) =>
  starts.some((start) => Date.parse(start) === Date.parse(current)) ? starts.map((start) => (Date.parse(start) === Date.parse(current) ? current : start)) : [current, ...starts];

// A game may have a length that is no longer sold; it keeps it until one chooses another.
const lengths = (club: Club, spot: Spot) => [...new Set([...club.slots.durations, spot.durationMinutes])].sort((one, other) => one - other);
