import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode, type ReactNode } from "react";
import { ErrorBoundary } from "./error-boundary";
import { ToastProvider } from "./toast";

/** What every page of both apps stands in. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <StrictMode>
      <ErrorBoundary>
        <QueryClientProvider client={client}><ToastProvider>{children}</ToastProvider></QueryClientProvider>
      </ErrorBoundary>
    </StrictMode>
  );
}
