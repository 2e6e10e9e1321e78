import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clock, moment } from "@/shared/lib/club-time";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { t } from "../../i18n/en";
import { tasksQuery, type MoneyTask } from "./api";
import { ReasonRow } from "./reason-row";
import { useAct } from "./use-act";

type Props = { clubId: string; timeZone: string };

/** What only a person can sort out, newest first. It stays here until somebody says what was done. */
export function MoneyTasks({ clubId, timeZone }: Props) {
  const query = useQuery(tasksQuery(clubId));
  return (
    <section className="card page-card" aria-label={t("money.tab.tasks")}>
      <QueryView query={query} failure={t("money.tasks.failed")} skeleton={<Bone className="h-40" />} at={(instant) => clock(instant, timeZone)}>
        {({ items }) => items.length === 0
          ? <Empty title={t("money.tasks.empty")}>{t("money.tasks.emptyBody")}</Empty>
          : <ul>{items.map((task) => <TaskRow key={task.taskId} clubId={clubId} timeZone={timeZone} task={task} />)}</ul>}
      </QueryView>
    </section>
  );
}

function TaskRow({ clubId, timeZone, task }: Props & { task: MoneyTask }) {
  const [open, setOpen] = useState(false);
  const act = useAct(clubId);
  const now = useNow(60_000);
  return (
    <li className="parked-row">
      <div className="grow">
        <p className="text-label">{task.text}</p>
        <p className="num text-small text-ink-3">{moment(task.createdAt, now, timeZone)}</p>
        {open && (
          <ReasonRow
            label={t("money.tasks.what")} submit={t("money.tasks.close")} busy={act.isPending} onLeave={() => setOpen(false)}
            onSubmit={(note) => act.mutate({ path: `money-tasks/${task.taskId}/resolutions`, body: { note }, done: t("money.tasks.closed") })}
          />
        )}
      </div>
      {!open && <Button kind="line" size="small" onClick={() => setOpen(true)}>{t("money.tasks.resolve")}</Button>}
    </li>
  );
}
