import { t } from "../../i18n/en";
import { DueRing, PaidTick } from "./money-mark";
import type { CellState } from "./cell-state";

const STATES: readonly CellState[] = ["booked", "on-court", "held", "played", "no-show", "blocked", "event"];

export function Legend({ live, age }: { live: boolean; age: string | null }) {
  return (
    <footer className="legend">
      {STATES.map((state) => <span key={state}><i className={`swatch cell-${state}`} aria-hidden />{t(`state.${state}`)}</span>)}
      <span className="paid"><PaidTick size={14} />{t("legend.paid")}</span>
      <span className="due"><DueRing size={13} />{t("legend.due")}</span>
      <span className="live" role="status" data-live={live}><i aria-hidden />{live ? t("legend.live") : age ? t("legend.quiet", { time: age }) : t("legend.connecting")}</span>
    </footer>
  );
}
