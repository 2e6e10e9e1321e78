import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/shared/api/errors";
import { clock, moment } from "@/shared/lib/club-time";
import { useIntentKey } from "@/shared/lib/idempotency";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { Tag } from "@/shared/ui/tag";
import { t } from "../../i18n/en";
import { parkedKey, parkedQuery, retryEvent, type ParkedEvent } from "./api";

const MINUTE_MS = 60_000;

/** What failed again and again, with the one thing to do about it. */
export function SortOutPage({ clubId, timeZone }: { clubId: string; timeZone: string }) {
  const query = useQuery(parkedQuery(clubId));
  return (
    <section className="card page-card" aria-label={t("sortOut.title")}>
      <p className="page-lead">{t("sortOut.lead")}</p>
      <QueryView query={query} failure={t("sortOut.failed")} skeleton={<Bone className="m-4 h-40" />} at={(instant) => clock(instant, timeZone)}>
        {({ items }) => items.length === 0
          ? <Empty title={t("sortOut.empty.title")}>{t("sortOut.empty.body")}</Empty>
          : <ul className="rows">{items.map((event) => <ParkedRow key={`${event.service}${event.eventId}`} clubId={clubId} timeZone={timeZone} event={event} />)}</ul>}
      </QueryView>
    </section>
  );
}

function ParkedRow({ clubId, timeZone, event }: { clubId: string; timeZone: string; event: ParkedEvent }) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const now = useNow(MINUTE_MS);
  const what = nameOf(event.type);
  const retry = useMutation({
    mutationFn: () => retryEvent(clubId, event.eventId, key(`${event.eventId}${event.parkedAt}`)),
    onSuccess: () => toast({ text: t("sortOut.retried") }),
    onSettled: () => client.invalidateQueries({ queryKey: parkedKey(clubId) }),
  });
  return (
    <li className="parked-row">
      <div className="min-w-0 grow">
        <p className="text-label">{what} <Tag>{t("sortOut.for", { subscriber: event.service })}</Tag></p>
        <p className="text-small text-ink-2 break-words">{event.lastError}</p>
        <p className="num text-small text-ink-3">{t("sortOut.since")} {moment(event.parkedAt, now, timeZone)}, {t("sortOut.attempts")} {event.attempts}</p>
        {retry.error && <p className="field-error" role="alert">{messageOf(retry.error)}</p>}
      </div>
      <Button kind="line" size="small" busy={retry.isPending} aria-label={t("sortOut.retryOf", { what })} onClick={() => retry.mutate()}>{t("sortOut.retry")}</Button>
    </li>
  );
}

/** "booking cancelled" for padel.booking.booking-cancelled.v1 */
function nameOf(type: string): string {
  const fact = type.split(".").find((part) => part.includes("-")) ?? type;
  return fact.replace(/-/g, " ").replace(/^./, (letter) => letter.toUpperCase());
}
