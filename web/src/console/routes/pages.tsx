import { useParams } from "react-router";
import { runsClub, useClub } from "../lib/club";
import { ImportPage } from "../features/imports/import-page";
import { MONEY_TABS, MoneyPage, type MoneyTab } from "../features/money/money-page";
import { MoneySettingsPage } from "../features/money-settings/settings-page";
import { SortOutPage } from "../features/parked/sort-out-page";
import { StaffPage } from "../features/staff/staff-page";
import { Page } from "../ui/page";
import { t } from "../i18n/en";

export function ImportRoute() {
  const { club } = useClub();
  return <Page title={t("import.title")}><ImportPage clubId={club.clubId} /></Page>;
}

export function SortOutRoute() {
  const { club } = useClub();
  return <Page title={t("sortOut.title")}><SortOutPage clubId={club.clubId} timeZone={club.timeZone} /></Page>;
}

export function StaffRoute() {
  const { club, role, me } = useClub();
  return <Page title={t("staff.title")}><StaffPage clubId={club.clubId} timeZone={club.timeZone} role={role} me={me} /></Page>;
}

export function MoneySettingsRoute() {
  const { club } = useClub();
  return <Page title={t("money.settings.title")}><MoneySettingsPage clubId={club.clubId} timeZone={club.timeZone} /></Page>;
}

export function MoneyRoute() {
  const { club, role } = useClub();
  const { tab = "tasks" } = useParams();
  const shown = MONEY_TABS.includes(tab as MoneyTab) ? (tab as MoneyTab) : "tasks";
  return <Page title={t("money.page")}><MoneyPage clubId={club.clubId} slug={club.slug} timeZone={club.timeZone} currency={club.currency} today={club.today} tab={shown} runsClub={runsClub(role)} /></Page>;
}
