import { t } from "@/player/i18n/en";
import { MethodOption } from "@/player/parts/method-option";
import type { Club, PayWith, SlotOption } from "@/shared/api/types";
import { addMinutes, clock } from "@/shared/lib/club-time";
import { formatMoney } from "@/shared/lib/money";
import type { MethodLine } from "./pay-choice";

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

type MethodProps = { lines: readonly MethodLine[]; value: PayWith; onChange: (method: PayWith) => void };

/** Only what this club takes. */
export function PaymentMethods({ lines, value, onChange }: MethodProps) {
  return (
    <fieldset className="methods mt-4">
      <legend className="pb-1 text-label text-ink-2">{t("pay.label")}</legend>
      {lines.map(({ method, hint, off }) => (
        <MethodOption key={method} group="pay-with" method={method} name={t(`pay.${method}`)} hint={hint} disabled={off} checked={method === value} onChange={() => onChange(method)} />
      ))}
    </fieldset>
  );
}
