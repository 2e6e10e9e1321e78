import { Clock, MapPin, Package, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Club } from "@/shared/api/types";
import { clockToMinutes, minutesToClock } from "@/shared/lib/club-time";
import { formatPhone } from "@/shared/lib/phone";
import { directionsTo } from "@/shared/lib/directions";

/** What one may want to know before booking: hours, where, and the rules in words. */
export function ClubFacts({ club }: { club: Club }) {
  return (
    <aside className="card flex flex-col divide-y divide-border" aria-label={t("facts.label")}>
      <Fact icon={<Clock size={20} aria-hidden />}>
        {club.openingHours.map((hours) => (
          <p key={hours.days.join()} className="num text-body text-ink-1">{hours.days.length === 7 ? t("facts.everyDay") : hours.days.map(dayName).join(", ")} {hours.opens}–{minutesToClock(clockToMinutes(hours.closes))}</p>
        ))}
      </Fact>
      <Fact icon={<MapPin size={20} aria-hidden />}>
        <p className="text-body text-ink-1">{club.address}</p>
        {club.location && <a className="link text-small" href={directionsTo(club.location)} target="_blank" rel="noreferrer">{t("club.directions")}</a>}
      </Fact>
      {club.phone && <Fact icon={<Phone size={20} aria-hidden />}><a className="link num text-body" href={`tel:${club.phone}`}>{formatPhone(club.phone)}</a></Fact>}
      {club.paymentMethods.includes("plan") && <Fact icon={<Package size={20} aria-hidden />}><Link className="link text-body" to={`/clubs/${club.slug}/plans`}>{t("facts.plans")}</Link></Fact>}
      {club.policy.length > 0 && (
        <div className="flex flex-col gap-2 p-4">
          <h2 className="text-heading text-ink-1">{t("facts.rules")}</h2>
          <ul className="flex flex-col gap-1.5 text-small text-ink-2">{club.policy.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      )}
    </aside>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return <div className="flex gap-3 p-4"><span className="pt-0.5 text-ink-3">{icon}</span><div className="min-w-0">{children}</div></div>;
}

const dayName = (day: string) => day.charAt(0).toUpperCase() + day.slice(1);
