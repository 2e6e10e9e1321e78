import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "react-router";
import { hasCode } from "@/shared/api/errors";
import { meQuery } from "@/shared/api/me";
import type { Club, Me } from "@/shared/api/types";
import { buttonClass } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { ClubProvider, clubQuery } from "../lib/club";
import { Alone } from "../ui/alone";
import { Rail } from "../ui/rail";
import { t } from "../i18n/en";

/** A page may stay open for days at the desk, and "today" goes on. */
const TODAY_EVERY_MS = 5 * 60_000;

/** A club's pages: the rail and what it leads to, for its own people only. (The service refuses others anyway.) */
export function ClubShell() {
  const { slug = "" } = useParams();
  const me = useQuery(meQuery());
  const club = useQuery({ ...clubQuery(slug), refetchInterval: TODAY_EVERY_MS });
  const bones = <Bone className="h-40 w-80" />;
  if (club.error && hasCode(club.error, "request.not_found") && !club.data) {
    return <Alone title={t("club.missing.title")}><Empty title={t("club.missing.title")} action={<OtherClub />}>{t("club.missing.body")}</Empty></Alone>;
  }
  if (!me.data || !club.data) {
    return <Alone title={t("app.name")}>{me.data ? <QueryView query={club} failure={t("club.failed")} skeleton={bones}>{() => null}</QueryView> : <QueryView query={me} failure={t("home.failed")} skeleton={bones}>{() => null}</QueryView>}</Alone>;
  }
  return <AtClub me={me.data} club={club.data} />;
}

function AtClub({ me, club }: { me: Me; club: Club }) {
  const role = me.roles.find((each) => each.clubId === club.clubId)?.role;
  if (!role) return <Alone title={t("home.notHere.title")}><Empty title={t("home.notHere.title")} action={<OtherClub />}>{t("home.notHere.body", { club: club.name })}</Empty></Alone>;
  return <ClubProvider value={{ club, role, me }}><div className="app"><Rail /><Outlet /></div></ClubProvider>;
}

const OtherClub = () => <Link className={buttonClass("quiet")} to="/console">{t("home.otherClub")}</Link>;
