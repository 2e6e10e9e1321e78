import { TriangleAlert } from "lucide-react";
import { useId, type InputHTMLAttributes, type ReactNode } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: ReactNode; error?: string | undefined; compact?: boolean };

/** Label above, hint below; an error takes the hint's place and says what to do. */
export function Field({ label, hint, error, compact = false, id, className = "", ...input }: Props) {
  const made = useId();
  const fieldId = id ?? made;
  const noteId = `${fieldId}-note`;
  return (
    <div className={`field${compact ? " field-compact" : ""} ${className}`}>
      <label className="field-label" htmlFor={fieldId}>{label}</label>
      <input {...input} id={fieldId} className="field-input" aria-invalid={error ? true : undefined} aria-describedby={error || hint ? noteId : undefined} />
      <FieldNote id={noteId} error={error} hint={hint} />
    </div>
  );
}

export function FieldNote({ id, error, hint }: { id: string; error?: string | undefined; hint?: ReactNode }) {
  if (error) return <p id={id} className="field-error" role="alert"><TriangleAlert size={16} aria-hidden />{error}</p>;
  return hint ? <p id={id} className="field-hint">{hint}</p> : null;
}
