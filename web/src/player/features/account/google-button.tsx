import { useEffect, useRef, useState } from "react";
import { t } from "@/player/i18n/en";

const SCRIPT = "https://accounts.google.com/gsi/client";
type Google = { accounts: { id: { initialize(options: { client_id: string; callback: (answer: { credential: string }) => void }): void; renderButton(parent: HTMLElement, options: Record<string, unknown>): void } } };

/** Google's own button, loaded only where the club has it configured. */
export function GoogleButton({ clientId, onCredential }: { clientId: string; onCredential: (credential: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const answer = useRef(onCredential);
  const [failed, setFailed] = useState(false);
  useEffect(() => { answer.current = onCredential; }, [onCredential]);
  useEffect(() => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.async = true;
    script.onerror = () => setFailed(true);
    script.onload = () => {
      const google = (window as unknown as { google?: Google }).google;
      if (!google || !place.current) return setFailed(true);
      google.accounts.id.initialize({ client_id: clientId, callback: ({ credential }) => answer.current(credential) });
      google.accounts.id.renderButton(place.current, { theme: "outline", size: "large", width: 320 });
    };
    document.head.append(script);
    return () => script.remove();
  }, [clientId]);
  if (failed) return <p className="text-center text-small text-ink-3">{t("google.failed")}</p>;
  return <div ref={place} className="flex min-h-11 justify-center" />;
}
