import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useDayChanged, type DayChanged } from "@/shared/api/live";
import { addDays } from "@/shared/lib/club-time";
import { boardQuery } from "./api";

const POLL_LIVE_MS = 60_000;
const POLL_QUIET_MS = 10_000;

/** The day, kept fresh: at once by a hint, and by asking now and then (more often while no hints come). */
export function useBoard(clubId: string, date: string) {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  const changed = useCallback((change: DayChanged | null) => {
    void client.invalidateQueries({ queryKey: change ? ["day", clubId, change.date] : ["day", clubId] });
  }, [client, clubId]);
  useDayChanged(clubId, changed, setLive);
  const query = useQuery({ ...boardQuery(clubId, date), refetchInterval: live ? POLL_LIVE_MS : POLL_QUIET_MS, refetchOnWindowFocus: "always" });

  // The days beside this one, so that turning the page shows them at once.
  const loaded = query.isSuccess;
  useEffect(() => {
    if (!loaded) return;
    for (const step of [-1, 1]) void client.prefetchQuery(boardQuery(clubId, addDays(date, step)));
  }, [client, clubId, date, loaded]);

  return { query, live };
}
