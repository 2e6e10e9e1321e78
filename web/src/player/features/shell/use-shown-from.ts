import { useQueryClient } from "@tanstack/react-query";
import { clubsQuery } from "@/shared/api/clubs";
import { clock } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { useOnline } from "@/shared/lib/use-online";

const HALF_MINUTE_MS = 30_000;

/** While there is no connection: when the oldest thing on this page was fetched, in the club's time. */
export function useShownFrom(): string | undefined {
  const client = useQueryClient();
  useNow(HALF_MINUTE_MS);
  if (useOnline()) return undefined;
  const zone = client.getQueryData(clubsQuery().queryKey)?.items[0]?.timeZone;
  const times = client.getQueryCache().findAll({ type: "active" }).map((query) => query.state.dataUpdatedAt).filter((at) => at > 0);
  return zone && times.length > 0 ? clock(Math.min(...times), zone) : undefined;
}
