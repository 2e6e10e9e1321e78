import { Component, type ReactNode } from "react";
import { t } from "@/shared/i18n/en";
import { reportError } from "@/shared/lib/report-errors";
import { Button } from "./button";
import { Empty } from "./states";

export function Crashed() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Empty page title={t("crash.title")} action={<Button onClick={() => location.reload()}>{t("action.reload")}</Button>}>{t("crash.body")}</Empty>
    </main>
  );
}

/** The last net: tells us, and gives the person a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    reportError(error);
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}
