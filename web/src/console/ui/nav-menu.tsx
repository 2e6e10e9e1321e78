import { Menu } from "lucide-react";
import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { useClub } from "../lib/club";
import { t } from "../i18n/en";
import { useNavItems } from "./nav-items";

/** On a tablet there is no rail: its entries open from the bar. */
export function NavMenu() {
  const { club } = useClub();
  const items = useNavItems();
  const details = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useEffect(() => details.current?.removeAttribute("open"), [pathname]);
  return (
    <details ref={details} className="nav-menu">
      <summary className="icon-btn" aria-label={t("nav.label")}><Menu size={20} aria-hidden /></summary>
      <nav className="menu" aria-label={t("nav.label")}>
        {items.map((item) => <NavLink key={item.to} to={item.to} className="menu-item">{item.icon}{item.label}</NavLink>)}
        <NavLink to={`/console/${club.slug}/you`} className="menu-item">{t("nav.you")}</NavLink>
      </nav>
    </details>
  );
}
