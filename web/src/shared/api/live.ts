import { useEffect } from "react";

export type DayChanged = { clubId: string; date: string };

/**
 * Hints that a club's day has changed. They carry no state: whoever listens asks again.
 * The socket library is loaded after the page, and a page without a socket still works by asking now and then.
 */
async function connect(clubId: string, listener: (change: DayChanged | null) => void, onState: (live: boolean) => void) {
  const { HubConnectionBuilder, LogLevel, HttpTransportType } = await import("@microsoft/signalr");
  const connection = new HubConnectionBuilder()
    .withUrl(`/hubs/live?club=${encodeURIComponent(clubId)}`, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(30_000, 1_000 * 2 ** previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  connection.on("dayChanged", (change: DayChanged) => listener(change));
  // Whatever happened while the line was down, we have not heard of.
  connection.onreconnected(() => {
    onState(true);
    listener(null);
  });
  connection.onreconnecting(() => onState(false));
  connection.onclose(() => onState(false));
  await connection.start();
  onState(true);
  return connection;
}

const FIRST_TRY_AGAIN_MS = 20_000;
const noState = () => undefined;

/**
 * Calls `listener` for each changed day, and with null when anything may have changed. Wrap it in useCallback.
 * `onState` hears whether hints arrive at the moment.
 */
export function useDayChanged(clubId: string | undefined, listener: (change: DayChanged | null) => void, onState: (live: boolean) => void = noState): void {
  useEffect(() => {
    if (!clubId) return;
    let stopped = false;
    const open = () => connect(clubId, (change) => {
      if (!stopped) listener(change);
    }, (live) => {
      if (!stopped) onState(live);
    });
    // No socket at first (an old proxy, a lost line): the pages ask now and then anyway, and the line is tried again in a while.
    let again: ReturnType<typeof setTimeout> | undefined;
    let connecting = open();
    const tryLater = () => {
      if (!stopped) again = setTimeout(() => {
        connecting = open();
        connecting.then(() => { if (!stopped) listener(null); }, tryLater);
      }, FIRST_TRY_AGAIN_MS);
    };
    connecting.catch(tryLater);
    return () => {
      stopped = true;
      clearTimeout(again);
      void connecting.then((connection) => connection.stop()).catch(() => undefined);
    };
  }, [clubId, listener, onState]);
}
