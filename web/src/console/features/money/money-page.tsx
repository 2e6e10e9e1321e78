import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { Segmented } from "@/shared/ui/segmented";
import { t } from "../../i18n/en";
import { tasksQuery } from "./api";
import { Credit } from "./credit";
import { DayStatement } from "./day-statement";
import { PlanProducts } from "./plan-products";
import { Refunds } from "./refunds";
import { MoneyTasks } from "./tasks";
import { Transfers } from "./transfers";

export const MONEY_TABS = ["tasks", "transfers", "refunds", "credit", "statement", "plans"] as const;
export type MoneyTab = (typeof MONEY_TABS)[number];
const FOR_MANAGERS: readonly MoneyTab[] = ["statement", "plans"];

type Props = { clubId: string; slug: string; timeZone: string; currency: string; today: string; tab: MoneyTab; runsClub: boolean };

/** What the club does about money beside the board: what needs a person first. The tab is in the address. */
export function MoneyPage({ clubId, slug, timeZone, currency, today, tab, runsClub }: Props) {
  const navigate = useNavigate();
  const tasks = useQuery(tasksQuery(clubId));
  const open = tasks.data?.items.length ?? 0;
  const tabs = MONEY_TABS.filter((each) => runsClub || !FOR_MANAGERS.includes(each));
  return (
    <div className="page-stack">
      <Segmented
        legend={t("money.page")} name="money-tab" value={tab} className="money-tabs"
        options={tabs.map((each) => ({ value: each, label: each === "tasks" && open > 0 ? t("money.tab.tasksCount", { count: open }) : t(`money.tab.${each}`) }))}
        onChange={(next) => void navigate(`/console/${slug}/money/${next}`, { replace: true })}
      />
      {tab === "tasks" && <MoneyTasks clubId={clubId} timeZone={timeZone} />}
      {tab === "transfers" && <Transfers clubId={clubId} timeZone={timeZone} />}
      {tab === "refunds" && <Refunds clubId={clubId} timeZone={timeZone} approves={runsClub} />}
      {tab === "credit" && <Credit clubId={clubId} timeZone={timeZone} currency={currency} runsClub={runsClub} />}
      {tab === "statement" && runsClub && <DayStatement clubId={clubId} today={today} currency={currency} />}
      {tab === "plans" && runsClub && <PlanProducts clubId={clubId} currency={currency} />}
    </div>
  );
}
