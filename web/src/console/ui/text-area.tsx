import { useId, type TextareaHTMLAttributes } from "react";
import { FieldNote } from "@/shared/ui/field";

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string; hint?: string; error?: string | undefined };

export function TextArea({ label, hint, error, className = "", rows = 2, ...rest }: Props) {
  const id = useId();
  return (
    <div className={`field field-compact ${className}`}>
      <label className="field-label" htmlFor={id}>{label}</label>
      <textarea {...rest} id={id} rows={rows} className="field-input field-area" aria-invalid={error ? true : undefined} aria-describedby={error || hint ? `${id}-note` : undefined} />
      <FieldNote id={`${id}-note`} error={error} hint={hint} />
    </div>
  );
}
