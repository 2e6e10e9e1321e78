import { useId, type SelectHTMLAttributes } from "react";
import { FieldNote } from "@/shared/ui/field";

type Option = { value: string; label: string };
type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> & {
  label: string; options: readonly Option[]; error?: string | undefined; hint?: string; onChange: (value: string) => void;
};

/** A native list: arrows, typing and screen readers just work. */
export function SelectField({ label, options, error, hint, onChange, className = "", ...rest }: Props) {
  const id = useId();
  return (
    <div className={`field field-compact ${className}`}>
      <label className="field-label" htmlFor={id}>{label}</label>
      <select {...rest} id={id} className="field-input" aria-invalid={error ? true : undefined} aria-describedby={error || hint ? `${id}-note` : undefined} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <FieldNote id={`${id}-note`} error={error} hint={hint} />
    </div>
  );
}
