import { WifiOff } from "lucide-react";
import { t } from "@/shared/i18n/en";
import { useOnline } from "@/shared/lib/use-online";

/** On top of the page, with the age of what is shown. */
export function OfflineBanner({ shownFrom }: { shownFrom?: string | undefined }) {
  if (useOnline()) return null;
  return (
    <div role="status" className="flex items-center gap-3 border-b border-border bg-warn-soft px-4 py-2.5 text-small text-ink-1">
      <WifiOff size={20} className="text-warn-text" aria-hidden />
      <p><b className="font-semibold">{t("offline.title")}</b> <span className="num">{shownFrom ? t("offline.body", { time: shownFrom }) : t("offline.bodyNoTime")}</span></p>
    </div>
  );
}
