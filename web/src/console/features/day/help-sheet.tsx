import { Sheet } from "@/shared/ui/sheet";
import { setKeysOn, useKeysOn } from "../../lib/shortcuts";
import { t } from "../../i18n/en";

const KEYS = [
  ["T", "keys.today"], ["← →", "keys.days"], ["↓", "keys.into"], ["keys.arrows", "keys.walk"], ["Enter", "keys.enter"], ["N", "keys.new"], ["B", "keys.block"],
  ["/", "keys.search"], ["?", "keys.help"], ["Esc", "keys.close"],
] as const;

export function HelpSheet({ onClose }: { onClose: () => void }) {
  const on = useKeysOn();
  return (
    <Sheet title={t("keys.title")} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, meaning]) => <div key={meaning}><dt><kbd>{key === "keys.arrows" ? t("keys.arrows") : key}</kbd></dt><dd>{t(meaning)}</dd></div>)}
      </dl>
      <label className="check mt-2">
        <input type="checkbox" checked={on} onChange={(event) => setKeysOn(event.target.checked)} />
        <span>{t("keys.on")}<br /><span className="text-small text-ink-3">{t("keys.onHint")}</span></span>
      </label>
    </Sheet>
  );
}
