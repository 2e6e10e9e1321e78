import type { ButtonHTMLAttributes, ReactNode } from "react";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { on?: boolean; icon?: ReactNode };

/** A filter that is on or off. */
export function Chip({ on = false, icon, className = "", children, type = "button", ...rest }: Props) {
  return <button {...rest} type={type} aria-pressed={on} className={`chip${on ? " chip-on" : ""} ${className}`}>{children}{icon}</button>;
}
