import { QueryClient } from "@tanstack/react-query";
import { canRetry } from "./errors";
import { onSessionChange } from "./session";

const FRESH_MS = 10_000;
const KEEP_MS = 30 * 60_000;
const MAX_RETRIES = 2;

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEEP_MS,
        // Offline calls fail at once and say so; a query that waits in silence looks like a spinner for ever.
        networkMode: "always",
        retry: (failures, error) => failures < MAX_RETRIES && canRetry(error),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  // Prices and games depend on who asks.
  onSessionChange(() => void client.invalidateQueries());
  return client;
}
