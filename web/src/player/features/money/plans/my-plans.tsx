import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { useClubs } from "@/shared/api/clubs";
import { plansQuery } from "@/shared/api/money";
import type { Plan } from "@/shared/api/money-types";
import { calendarDate, dayLabel } from "@/shared/lib/club-time";
import { cssVars } from "@/shared/lib/css-vars";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Tag } from "@/shared/ui/tag";

/** Packages with what is left of them, memberships with their end. */
export function MyPlans() {
  const clubs = useClubs();
  const query = useQuery(plansQuery());
  const zoneOf = (clubId: string) => clubs.find(clubId)?.timeZone ?? "UTC";
  return (
    <section>
      <h2 className="pb-2.5 text-heading text-ink-1">{t("plans.mine")}</h2>
      <div className="card rows">
        <QueryView query={query} failure={t("plans.mineFailed")} skeleton={<Bone className="m-4 h-10" />}>
          {({ items }) => <>{items.length > 0 ? items.map((plan) => <OnePlan key={plan.planId} plan={plan} zone={zoneOf(plan.clubId)} />) : <p className="p-4 text-body text-ink-2">{t("plans.mineNone")}</p>}</>}
        </QueryView>
        {clubs.query.data?.items.map((club) => <Link key={club.clubId} className="link flex min-h-11 items-center px-4 py-2.5 text-label" to={`/clubs/${club.slug}/plans`}>{t("plans.see", { club: club.name })}</Link>)}
      </div>
    </section>
  );
}

function OnePlan({ plan, zone }: { plan: Plan; zone: string }) {
  const ended = plan.status !== "active";
  const left = typeof plan.minutesLeft === "number" ? (plan.minutes ? t("plans.left", { minutes: plan.minutesLeft, all: plan.minutes }) : t("plans.leftOnly", { minutes: plan.minutesLeft })) : "";
  const until = plan.validUntil ? t("plans.until", { date: dayLabel(calendarDate(plan.validUntil, zone)) }) : "";
  return (
    <div className="fact">
      <div className="min-w-0">
        <p className={`text-label ${ended ? "text-ink-2" : "text-ink-1"}`}>{plan.name}</p>
        <p className="num text-small text-ink-2">{[left, until].filter(Boolean).join(", ")}</p>
        {!ended && plan.minutes && typeof plan.minutesLeft === "number" ? <div className="bar mt-1.5" aria-hidden ref={cssVars({ "--share": plan.minutesLeft / plan.minutes })}><span /></div> : null}
      </div>
      {ended && <Tag>{t("plans.ended")}</Tag>}
    </div>
  );
}
