import { FileText } from "lucide-react";
import { useId } from "react";
import { FieldNote } from "@/shared/ui/field";
import { t } from "../../i18n/en";

const KB = 1000;
const sizeOf = (file: File) => (file.size < KB ? `${file.size} B` : `${Math.round(file.size / KB).toLocaleString("en")} kB`);

type Props = { label: string; hint: string; accept: string; file: File | undefined; error: string | undefined; onFile: (file: File | undefined) => void };

/** A real file field over a drawn one: drop a file on it, or choose one. */
export function FileField({ label, hint, accept, file, error, onFile }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <div className="file">
        <FileText size={20} aria-hidden />
        <span className="num min-w-0 grow truncate">{file ? t("import.size", { name: file.name, size: sizeOf(file) }) : t("import.choose")}</span>
        <input id={id} type="file" accept={accept} aria-describedby={`${id}-note`} aria-invalid={error ? true : undefined} onChange={(event) => onFile(event.target.files?.[0])} />
      </div>
      <FieldNote id={`${id}-note`} error={error} hint={hint} />
    </div>
  );
}
