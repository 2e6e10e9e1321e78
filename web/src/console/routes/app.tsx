import { lazy, Suspense } from "react";
import { Link, Navigate, Outlet, Route, Routes, useLocation } from "react-router";
import { useSignedIn } from "@/shared/api/session";
import { buttonClass } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";
import { runsClub, useClub } from "../lib/club";
import { Alone } from "../ui/alone";
import { t } from "../i18n/en";
import { ClubShell } from "./club-shell";
import { DayRoute } from "./day";
import { HomeRoute } from "./home";
import { SignInRoute } from "./sign-in";

const ImportRoute = lazy(() => import("./pages").then((pages) => ({ default: pages.ImportRoute })));
const MoneySettingsRoute = lazy(() => import("./pages").then((pages) => ({ default: pages.MoneySettingsRoute })));
const MoneyRoute = lazy(() => import("./pages").then((pages) => ({ default: pages.MoneyRoute })));
const SortOutRoute = lazy(() => import("./pages").then((pages) => ({ default: pages.SortOutRoute })));
const StaffRoute = lazy(() => import("./pages").then((pages) => ({ default: pages.StaffRoute })));
const YouRoute = lazy(() => import("./you").then((page) => ({ default: page.YouRoute })));

export function ConsoleRoutes() {
  return (
    <Routes>
      <Route path="/console/sign-in" element={<SignInRoute />} />
      <Route element={<SignedInOnly />}>
        <Route path="/console" element={<HomeRoute />} />
        <Route path="/console/:slug" element={<ClubShell />}>
          <Route index element={<DayRoute />} />
          <Route path="day" element={<DayRoute />} />
          <Route path="day/:date" element={<DayRoute />} />
          <Route path="money" element={<Lazy><MoneyRoute /></Lazy>} />
          <Route path="money/:tab" element={<Lazy><MoneyRoute /></Lazy>} />
          <Route path="you" element={<Lazy><YouRoute /></Lazy>} />
          <Route element={<RunsClubOnly />}>
            <Route path="import" element={<Lazy><ImportRoute /></Lazy>} />
            <Route path="sort-out" element={<Lazy><SortOutRoute /></Lazy>} />
            <Route path="payment-settings" element={<Lazy><MoneySettingsRoute /></Lazy>} />
            <Route path="staff" element={<Lazy><StaffRoute /></Lazy>} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

const Lazy = ({ children }: { children: React.ReactNode }) => <Suspense fallback={<main />}>{children}</Suspense>;

/** Where one wanted to go is kept through the sign-in. */
function SignedInOnly() {
  const { pathname, search } = useLocation();
  return useSignedIn() ? <Outlet /> : <Navigate to={`/console/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
}

function RunsClubOnly() {
  return runsClub(useClub().role) ? <Outlet /> : <NotFound />;
}

function NotFound() {
  return <Alone title={t("notFound.title")}><Empty title={t("notFound.title")} action={<Link className={buttonClass("quiet")} to="/console">{t("notFound.action")}</Link>}>{t("notFound.body")}</Empty></Alone>;
}
