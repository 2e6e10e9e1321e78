import { t } from "../../../i18n/en";
import { TextArea } from "../../../ui/text-area";

/** Asked only after the club's own rule has refused. */
export function ReasonField({ value, onChange, error }: { value: string; onChange: (value: string) => void; error?: string | undefined }) {
  return <TextArea label={t("override.label")} hint={t("override.hint")} value={value} maxLength={500} required error={error} onChange={(event) => onChange(event.target.value)} />;
}
