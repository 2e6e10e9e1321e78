import { useSyncExternalStore } from "react";

type Ticker = { now: number; subscribe: (listener: () => void) => () => void };
const tickers = new Map<number, Ticker>();

function tickerFor(everyMs: number): Ticker {
  const found = tickers.get(everyMs);
  if (found) return found;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const ticker: Ticker = {
    now: Date.now(),
    subscribe(listener) {
      listeners.add(listener);
      ticker.now = Date.now();
      timer ??= setInterval(() => {
        ticker.now = Date.now();
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
  tickers.set(everyMs, ticker);
  return ticker;
}

/** The time, again every so often: countdowns ask for a second, pages for half a minute. */
export function useNow(everyMs: number): number {
  const ticker = tickerFor(everyMs);
  return useSyncExternalStore(ticker.subscribe, () => ticker.now);
}
