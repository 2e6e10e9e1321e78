import { Banknote, CreditCard, Landmark, Package, Smartphone, Wallet, type LucideIcon } from "lucide-react";
import { t } from "@/player/i18n/en";
import type { Club, PayWith, SlotOption } from "@/shared/api/types";
import { addMinutes, clock } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";

type LengthProps = { club: Club; startsAt: string; options: readonly SlotOption[]; value: number; onChange: (minutes: number) => void };

/** Price and end of each length, where one decides. */
export function LengthCards({ club, startsAt, options, value, onChange }: LengthProps) {
  return (
    <fieldset className="length-cards">
      <legend className="visually-hidden">{t("filter.length")}</legend>
      {club.slots.durations.map((minutes) => {
        const option = options.find((each) => each.durationMinutes === minutes);
        return (
          <label key={minutes} className="length-card">
            <input type="radio" name="chosen-length" checked={minutes === value && option !== undefined} disabled={!option} onChange={() => onChange(minutes)} />
            <span className="num text-heading font-[650]">{t("filter.minutes", { minutes })}</span>
            {option
              ? <><span className="num text-small text-ink-2">{t("length.to", { time: clock(addMinutes(startsAt, minutes), club.timeZone) })}</span>
                <span className={`num mt-auto text-small ${minutes === value ? "font-semibold text-ink-1" : "text-ink-2"}`}>{formatMoney(option.price)}</span></>
              : <span className="text-small">{t("length.notFree")}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}

const ICONS: Record<PayWith, LucideIcon> = { at_club: Banknote, card: CreditCard, wallet: Wallet, jazzcash: Smartphone, easypaisa: Smartphone, bank_transfer: Landmark, plan: Package };

type MethodProps = { methods: readonly PayWith[]; value: PayWith; onChange: (method: PayWith) => void };

/** Only what this club takes. */
export function PaymentMethods({ methods, value, onChange }: MethodProps) {
  return (
    <fieldset className="methods mt-4">
      <legend className="pb-1 text-label text-ink-2">{t("pay.label")}</legend>
      {methods.map((method) => {
        const Icon = ICONS[method];
        const hint = method === "at_club" ? t("pay.at_club.hint") : undefined;
        return (
          <label key={method} className="method">
            <Icon size={22} aria-hidden className={method === value ? "text-accent-text" : "text-ink-2"} />
            <span className="min-w-0 py-1.5"><span className="block text-label text-ink-1">{t(`pay.${method}`)}</span>{hint && <span className="block text-small text-ink-3">{hint}</span>}</span>
            <input type="radio" name="pay-with" checked={method === value} onChange={() => onChange(method)} />
          </label>
        );
      })}
    </fieldset>
  );
}
