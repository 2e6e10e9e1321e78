import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import type { Session } from "@/shared/api/types";
import { since } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Tag } from "@/shared/ui/tag";
import { endSession, sessionsKey, sessionsQuery } from "./api";
import { Row, Section } from "./section";

const MINUTE_MS = 60_000;

/** Where one is signed in, and the way to end it. */
export function Sessions() {
  const query = useQuery(sessionsQuery());
  const now = useNow(MINUTE_MS);
  return (
    <Section title={t("sessions.title")}>
      <QueryView query={query} failure={t("sessions.failed")} skeleton={<Bone className="m-4 h-10" />}>
        {({ items }) => items.map((session) => <OneSession key={session.sessionId} session={session} now={now} />)}
      </QueryView>
    </Section>
  );
}

function OneSession({ session, now }: { session: Session; now: number }) {
  const client = useQueryClient();
  const end = useMutation({ mutationFn: () => endSession(session.sessionId), onSuccess: () => client.invalidateQueries({ queryKey: sessionsKey }) });
  return (
    <>
      <Row
        label={session.current ? t("sessions.now") : t("sessions.seen", { when: since(session.lastSeenAt, now) })} value={session.device}
        side={session.current ? <Tag tone="accent">{t("sessions.this")}</Tag> : <Button kind="plain" busy={end.isPending} onClick={() => end.mutate()}>{t("sessions.end")}</Button>}
      />
      {end.error && <p className="field-error px-4 pb-3" role="alert">{messageOf(end.error)}</p>}
    </>
  );
}
