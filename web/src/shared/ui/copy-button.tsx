import { Copy } from "lucide-react";
import { t } from "@/shared/i18n/en";
import { IconButton } from "./button";
import { useToast } from "./toast";

/** Copies a figure that people would otherwise type off the screen. `what` names it in the toast, `label` the button. */
export function CopyButton({ text, what, label }: { text: string; what: string; label: string }) {
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t("copy.done", { what }) });
    } catch {
      // The browser may forbid it; what is to be copied stands beside the button.
      toast({ text: t("copy.failed"), failed: true });
    }
  };
  return <IconButton label={label} icon={<Copy size={20} aria-hidden />} onClick={() => void copy()} />;
}
