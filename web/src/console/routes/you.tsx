import { Link } from "react-router";
import { buttonClass } from "@/shared/ui/button";
import { sayPhone } from "../lib/phone";
import { useClub } from "../lib/club";
import { Page } from "../ui/page";
import { SignOutButton } from "../ui/sign-out-button";
import { t } from "../i18n/en";

export function YouRoute() {
  const { club, role, me } = useClub();
  const contact = (value: string | null | undefined, proven: boolean) => (value ? `${value}${proven ? "" : `, ${t("you.unproven")}`}` : t("you.none"));
  return (
    <Page title={t("you.title")}>
      <section className="card page-card page-form">
        <div>
          <h2 className="text-title">{me.name}</h2>
          <p className="text-small text-ink-2">{t("you.role", { role: t(`role.${role}`), club: club.name })}</p>
        </div>
        <dl className="facts num">
          <dt>{t("you.phone")}</dt><dd>{contact(me.phone && sayPhone(me.phone), me.phoneVerified)}</dd>
          <dt>{t("you.email")}</dt><dd>{contact(me.email, me.emailVerified)}</dd>
          <dt>{t("you.second")}</dt><dd>{t(me.secondFactor ? "you.secondOn" : "you.secondOff")}</dd>
        </dl>
        <div className="flex flex-wrap gap-2">
          <a className={buttonClass("line")} href="/you">{t("you.account")}</a>
          {me.roles.length > 1 && <Link className={buttonClass("line")} to="/console">{t("you.otherClub")}</Link>}
          <SignOutButton />
        </div>
      </section>
    </Page>
  );
}
