import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "@/shared/i18n/en";
import { IconButton } from "./button";

type Props = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** A picture above the title. */
  picture?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children?: ReactNode;
  role?: "dialog" | "alertdialog";
};

/** A native modal dialog: the rest of the page is inert, Esc closes it, focus returns to where it was. */
export function Sheet({ title, subtitle, picture, foot, onClose, children, role = "dialog" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    // Esc is the dialog's own key, and a press beside the sheet is a shortcut for the close button inside it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog} className="sheet" role={role} aria-labelledby="sheet-title" tabIndex={-1}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === dialog.current && isOutside(event, dialog.current)) onClose(); }}
    >
      <div className="sheet-grab" aria-hidden />
      <div className="sheet-body">
        {picture}
        <header className="flex items-start justify-between gap-2 pb-3">
          <div className="min-w-0 pt-1.5">
            <h2 id="sheet-title" className="num text-title text-ink-1">{title}</h2>
            {subtitle && <p className="num mt-0.5 text-small text-ink-2">{subtitle}</p>}
          </div>
          <IconButton label={t("action.close")} icon={<X size={22} aria-hidden />} onClick={onClose} className="-me-2" />
        </header>
        {children}
      </div>
      {foot && <footer className="sheet-foot">{foot}</footer>}
    </dialog>
  );
}

function isOutside(event: { clientX: number; clientY: number }, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
