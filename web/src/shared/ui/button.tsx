import type { ButtonHTMLAttributes, ReactNode } from "react";
import { t } from "@/shared/i18n/en";

export type ButtonKind = "primary" | "quiet" | "line" | "plain" | "danger" | "danger-fill";
export type ButtonSize = "normal" | "big" | "small";

export function buttonClass(kind: ButtonKind = "primary", size: ButtonSize = "normal", full = false, more = ""): string {
  return `btn btn-${kind}${size === "normal" ? "" : ` btn-${size}`}${full ? " btn-full" : ""}${more ? ` ${more}` : ""}`;
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind; size?: ButtonSize; full?: boolean; busy?: boolean; icon?: ReactNode };

/** While busy it keeps its width and its focus, and further presses do nothing. */
export function Button({ kind, size, full, busy = false, icon, className, children, onClick, type = "button", ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(kind, size, full, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) return event.preventDefault();
        onClick?.(event);
      }}
    >
      <span className="btn-label inline-flex items-center justify-center gap-2">{icon}{children}</span>
      {busy && <span className="btn-spinner" role="status"><span className="spinner" /><span className="visually-hidden">{t("busy")}</span></span>}
    </button>
  );
}

type IconProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; icon: ReactNode };

export function IconButton({ label, icon, className = "", type = "button", ...rest }: IconProps) {
  return <button {...rest} type={type} className={`icon-btn ${className}`} aria-label={label}>{icon}</button>;
}
