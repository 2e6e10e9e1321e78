import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "react-router";
import { meQuery } from "@/shared/api/me";
import type { Me } from "@/shared/api/types";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { clubQuery } from "../lib/club";
import { SignOutButton } from "../ui/sign-out-button";
import { Alone } from "../ui/alone";
import { t } from "../i18n/en";

/** Which club: the only one at once, a choice between several, and a plain word when there is none. */
export function HomeRoute() {
  const me = useQuery(meQuery());
  return <Alone title={t("home.title")}><QueryView query={me} failure={t("home.failed")} skeleton={<Bone className="h-40 w-80" />}>{(person) => (person.roles.length === 0 ? <NoClub me={person} /> : <Clubs me={person} />)}</QueryView></Alone>;
}

function NoClub({ me }: { me: Me }) {
  return <Empty title={t("home.none.title")} action={<SignOutButton />}>{t("home.none.body", { name: me.name, contact: me.email ?? me.phone ?? me.name })}</Empty>;
}

function Clubs({ me }: { me: Me }) {
  const clubs = useQueries({ queries: me.roles.map((role) => clubQuery(role.clubId)) });
  const only = clubs.length === 1 ? clubs[0] : undefined;
  if (only?.data) return <Navigate to={`/console/${only.data.slug}/day/${only.data.today}`} replace />;
  if (only) return <QueryView query={only} failure={t("club.failed")} skeleton={<Bone className="h-40 w-80" />}>{() => null}</QueryView>;
  return (
    <section className="card alone-card">
      <h2 className="text-title">{t("home.choose")}</h2>
      <ul className="rows mt-3">
        {clubs.map((club, index) => (
          <li key={me.roles[index]?.clubId}>
            <QueryView query={club} failure={t("club.failed")} skeleton={<Bone className="h-12" />}>
              {(found) => <Link className="club-row" to={`/console/${found.slug}/day/${found.today}`}><span className="text-label grow">{found.name}</span><span className="text-small text-ink-2">{t(`role.${me.roles[index]?.role ?? "desk"}`)}</span></Link>}
            </QueryView>
          </li>
        ))}
      </ul>
    </section>
  );
}
