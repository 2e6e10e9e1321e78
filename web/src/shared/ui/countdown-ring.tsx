import { t } from "@/shared/i18n/en";
import { countdown } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { useNow } from "@/shared/lib/use-now";
import { Ball } from "./court";

const SECOND_MS = 1_000;
const WARN_MS = 120_000;

/** The time that is left: figures change, the layout does not. Near the end a word warns; nothing blinks. */
export function CountdownRing({ from, until, caption }: { from: string; until: string; caption: string }) {
  const now = useNow(SECOND_MS);
  const left = Math.max(0, Date.parse(until) - now);
  const whole = Math.max(1, Date.parse(until) - Date.parse(from));
  return (
    <div className="relative mx-auto grid w-30 place-items-center py-2" role="timer" aria-label={`${countdown(left)} ${caption}`}>
      <svg viewBox="0 0 120 120" className="countdown" aria-hidden ref={cssVars({ "--left": Math.min(1, left / whole) })}>
        <circle cx="60" cy="60" r="52" className="countdown-track" /><circle cx="60" cy="60" r="52" className="countdown-left" />
        <g className="countdown-ball"><g transform="translate(51 -1)"><Ball size={18} /></g></g>
      </svg>
      <div className="absolute inset-0 grid place-content-center text-center" aria-hidden>
        <p className="num text-figure text-ink-1">{countdown(left)}</p>
        <p className={`text-micro ${left <= WARN_MS ? "text-warn-text" : "text-ink-3"}`}>{left <= WARN_MS ? t("countdown.hurry") : caption}</p>
      </div>
    </div>
  );
}
