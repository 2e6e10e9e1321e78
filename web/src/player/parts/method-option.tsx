import { Banknote, CreditCard, Landmark, Package, Smartphone, Wallet, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { PayWith } from "@/shared/api/types";

const ICONS: Record<PayWith, LucideIcon> = { at_club: Banknote, card: CreditCard, wallet: Wallet, jazzcash: Smartphone, easypaisa: Smartphone, bank_transfer: Landmark, plan: Package };

type Props = { group: string; method: PayWith; name: string; hint?: ReactNode; checked: boolean; disabled?: boolean; onChange: () => void };

/** One way of paying: its name, one line about it, and the round of a real radio button. */
export function MethodOption({ group, method, name, hint, checked, disabled = false, onChange }: Props) {
  const Icon = ICONS[method];
  return (
    <label className="method">
      <Icon size={22} aria-hidden className={checked ? "text-accent-text" : disabled ? "text-ink-3" : "text-ink-2"} />
      <span className="min-w-0 py-1.5">
        <span className={`block text-label ${disabled ? "text-ink-3" : "text-ink-1"}`}>{name}</span>
        {hint && <span className="num block text-small text-ink-3">{hint}</span>}
      </span>
      <input type="radio" name={group} checked={checked} disabled={disabled} onChange={onChange} />
    </label>
  );
}
