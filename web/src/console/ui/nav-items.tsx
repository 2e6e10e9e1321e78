import { Banknote, CalendarDays, FileUp, Settings, TriangleAlert, Users } from "lucide-react";
import type { ReactNode } from "react";
import { runsClub, useClub } from "../lib/club";
import { t } from "../i18n/en";

export type NavItem = { to: string; label: string; icon: ReactNode };

/** Only what exists, and only what this person may open. */
export function useNavItems(): NavItem[] {
  const { club, role } = useClub();
  const at = (path: string) => `/console/${club.slug}/${path}`;
  const items: NavItem[] = [
    { to: at("day"), label: t("nav.day"), icon: <CalendarDays size={20} aria-hidden /> },
    { to: at("money"), label: t("nav.money"), icon: <Banknote size={20} aria-hidden /> },
  ];
  if (!runsClub(role)) return items;
  return [
    ...items,
    { to: at("sort-out"), label: t("nav.sortOut"), icon: <TriangleAlert size={20} aria-hidden /> },
    { to: at("import"), label: t("nav.import"), icon: <FileUp size={20} aria-hidden /> },
    { to: at("payment-settings"), label: t("nav.payments"), icon: <Settings size={20} aria-hidden /> },
    { to: at("staff"), label: t("nav.staff"), icon: <Users size={20} aria-hidden /> },
  ];
}
