import { Check, CircleX } from "lucide-react";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { t } from "@/shared/i18n/en";

const SHOWN_MS = 6_000;
type Toast = { text: string; failed?: boolean; action?: { label: string; run: () => void } };
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** One at a time. Failures stay until seen. Never the only place of an error. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const close = useCallback(() => setToast(null), []);
  useEffect(() => {
    if (!toast || toast.failed) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, close]);
  const show = useMemo(() => (next: Toast) => setToast(next), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className="pointer-events-none fixed inset-x-0 bottom-20 z-(--z-toast) flex justify-center px-4 md:bottom-6" role="status" aria-live="polite">
        {toast && <ToastBar toast={toast} close={close} />}
      </div>
    </ToastContext.Provider>
  );
}

function ToastBar({ toast, close }: { toast: Toast; close: () => void }) {
  const action = toast.action ?? (toast.failed ? { label: t("action.close"), run: () => undefined } : undefined);
  return (
    <div className="toast pointer-events-auto max-w-md">
      {toast.failed ? <CircleX size={20} aria-hidden /> : <Check size={20} aria-hidden />}
      <span className="grow">{toast.text}</span>
      {action && <button type="button" className="min-h-8 px-1 underline underline-offset-4" onClick={() => { close(); action.run(); }}>{action.label}</button>}
    </div>
  );
}
