import { Ticket, User } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { t } from "@/player/i18n/en";
import { Ball, CourtIcon } from "@/shared/ui/court";

type TabProps = { to: string; here: boolean; icon: ReactNode; children: ReactNode };

function Tab({ to, here, icon, children }: TabProps) {
  return <Link to={to} className="tab" aria-current={here ? "page" : undefined}>{icon}<span>{children}</span></Link>;
}

/** Where one can go: below the thumb on a phone, on top of a wide screen. */
export function Tabs() {
  const { pathname } = useLocation();
  return (
    <nav className="tabs" aria-label={t("tabs.label")}>
      <Link to="/" className="me-auto hidden items-center gap-2 text-heading text-ink-1 md:flex"><Ball size={22} />{t("app.name")}</Link>
      <Tab to="/" here={pathname === "/" || pathname.startsWith("/clubs")} icon={<CourtIcon size={23} />}>{t("tabs.book")}</Tab>
      <Tab to="/games" here={pathname.startsWith("/games")} icon={<Ticket size={23} aria-hidden />}>{t("tabs.games")}</Tab>
      <Tab to="/you" here={["/you", "/wallet", "/receipts"].some((start) => pathname.startsWith(start))} icon={<User size={23} aria-hidden />}>{t("tabs.you")}</Tab>
    </nav>
  );
}
