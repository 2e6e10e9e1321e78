import type { Court } from "@/shared/api/types";
import { t } from "../../../i18n/en";

/** One, some or all courts: real check boxes. */
export function CourtChoice({ courts, chosen, onChange }: { courts: readonly Court[]; chosen: readonly string[]; onChange: (courtIds: string[]) => void }) {
  const all = courts.length > 0 && courts.every((court) => chosen.includes(court.courtId));
  const toggle = (courtId: string, on: boolean) => onChange(on ? [...chosen, courtId] : chosen.filter((each) => each !== courtId));
  return (
    <fieldset className="court-choice" aria-describedby="block-courts">
      <legend className="field-label">{t("close.courts")}</legend>
      {courts.map((court) => (
        <label key={court.courtId} className="pick"><input type="checkbox" checked={chosen.includes(court.courtId)} onChange={(event) => toggle(court.courtId, event.target.checked)} />{court.name}</label>
      ))}
      <label className="pick pick-all"><input type="checkbox" checked={all} onChange={(event) => onChange(event.target.checked ? courts.map((court) => court.courtId) : [])} />{t("close.all")}</label>
    </fieldset>
  );
}
