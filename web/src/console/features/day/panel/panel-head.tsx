import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/shared/ui/button";
import { t } from "../../../i18n/en";

export function PanelHead({ title, sub, onClose }: { title: ReactNode; sub?: ReactNode; onClose: () => void }) {
  return (
    <header className="panel-head">
      <div className="min-w-0">
        <h2 className="text-title break-words">{title}</h2>
        {sub && <p className="num text-small text-ink-2">{sub}</p>}
      </div>
      <IconButton label={t("panel.close")} icon={<X size={18} aria-hidden />} className="icon-btn-desk" onClick={onClose} />
    </header>
  );
}
