import { useId, useRef, useState } from "react";
import { t } from "@/shared/i18n/en";
import { FieldNote } from "./field";

const DIGITS = 6;

type Props = { value: string; onChange: (value: string) => void; onComplete: (value: string) => void; error?: string | undefined; disabled?: boolean; label?: string; autoFocus?: boolean };

/** Six digits. One real field under six drawn boxes: paste, autofill from a message and screen readers need nothing special. */
export function CodeInput({ value, onChange, onComplete, error, disabled = false, label = t("code.label"), autoFocus = false }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [, setCaret] = useState(0);
  const take = (typed: string) => {
    const digits = typed.replace(/\D/g, "").slice(0, DIGITS);
    onChange(digits);
    setCaret(digits.length);
    if (digits.length === DIGITS && digits !== value) onComplete(digits);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="code" data-invalid={error ? true : undefined}>
        {Array.from({ length: DIGITS }, (_, index) => (
          <span key={index} className="code-box" aria-hidden data-state={value[index] ? "filled" : "empty"} data-current={index === Math.min(value.length, DIGITS - 1)}>
            {value[index]}
          </span>
        ))}
        <input
          ref={input} id={id} aria-label={label} value={value} disabled={disabled} maxLength={DIGITS + 6}
          inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]*" aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-note` : undefined}
          // The code is the only thing on this page: whoever comes here has come to type it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          onChange={(event) => take(event.target.value)}
        />
      </div>
      <FieldNote id={`${id}-note`} error={error} />
    </div>
  );
}
