import { t } from "@/player/i18n/en";
import { FieldNote } from "@/shared/ui/field";

export function Consent({ checked, onChange, error }: { checked: boolean; onChange: (checked: boolean) => void; error: string | undefined }) {
  return (
    <div>
      <label className="check"><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} aria-invalid={error ? true : undefined} aria-describedby={error ? "consent-note" : undefined} />{t("consent.text")}</label>
      <FieldNote id="consent-note" error={error} />
    </div>
  );
}
