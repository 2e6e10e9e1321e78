import { NavLink } from "react-router";
import { useClub } from "../lib/club";
import { t } from "../i18n/en";
import { initials } from "../lib/initials";
import { useNavItems } from "./nav-items";
import { Logo } from "./logo";

export function Rail() {
  const { club, me } = useClub();
  const items = useNavItems();
  return (
    <nav className="rail" aria-label={t("nav.label")}>
      <Logo />
      {items.map((item) => <NavLink key={item.to} to={item.to} className="rail-item">{item.icon}{item.label}</NavLink>)}
      <NavLink to={`/console/${club.slug}/you`} className="rail-you" aria-label={t("nav.you")} title={t("nav.you")}>
        <span className="rail-avatar" aria-hidden>{initials(me.name)}</span>
      </NavLink>
    </nav>
  );
}
