import { ChevronDown } from "lucide-react";
import { t } from "@/player/i18n/en";
import { minutesToClock } from "@/shared/lib/club-time";
import { Segmented } from "@/shared/ui/segmented";

const CHOICES = [0, 12 * 60, 17 * 60, 20 * 60];

type Props = { durations: readonly number[]; length: number; after: number; onLength: (minutes: number) => void; onAfter: (minutes: number) => void };

export function Filters({ durations, length, after, onLength, onAfter }: Props) {
  const choices = CHOICES.includes(after) ? CHOICES : [...CHOICES, after];
  return (
    <div className="slot-filters">
      <Segmented
        legend={t("filter.length")} name="length" value={length} onChange={onLength}
        options={durations.map((minutes) => ({ value: minutes, label: minutes === length ? t("filter.minutes", { minutes }) : String(minutes), title: t("filter.minutesLong", { minutes }) }))}
      />
      <label className={`chip relative ${after > 0 ? "" : "text-ink-2"}`}>
        <span className="visually-hidden">{t("filter.after")}</span>
        <span aria-hidden className="num">{afterName(after)}</span>
        <ChevronDown size={16} aria-hidden />
        <select className="absolute inset-0 h-full w-full cursor-pointer opacity-0" value={after} onChange={(event) => onAfter(Number(event.target.value))}>
          {choices.map((minutes) => <option key={minutes} value={minutes}>{afterName(minutes)}</option>)}
        </select>
      </label>
    </div>
  );
}

function afterName(minutes: number): string {
  return minutes === 0 ? t("filter.allDay") : t("filter.afterTime", { time: minutesToClock(minutes) });
}
