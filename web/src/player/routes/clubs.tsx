import { useQuery } from "@tanstack/react-query";
import { Navigate, useSearchParams } from "react-router";
import { ClubList } from "@/player/features/booking/club-list";
import { Column, PageTitle } from "@/player/features/shell/page";
import { t } from "@/player/i18n/en";
import { clubsQuery } from "@/shared/api/clubs";
import type { Club as ClubData } from "@/shared/api/types";
import { useTitle } from "@/shared/lib/use-title";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";

/** All clubs; the only one is opened at once. */
export function Clubs() {
  const query = useQuery(clubsQuery());
  const [params] = useSearchParams();
  const clubs = query.data?.items;
  useTitle(t("clubs.title"));
  const only = clubs?.length === 1 ? clubs[0] : undefined;
  if (only && !params.has("all")) return <Navigate to={`/clubs/${only.slug}`} replace />;
  return (
    <Column>
      <PageTitle>{t("clubs.title")}</PageTitle>
      <QueryView query={query} failure={t("clubs.failed")} skeleton={<div className="flex flex-col gap-3"><Bone className="h-18" /><Bone className="h-18" /></div>}>
        {({ items }: { items: ClubData[] }) => (items.length > 0 ? <ClubList clubs={items} /> : <Empty title={t("clubs.none")}>{t("clubs.noneBody")}</Empty>)}
      </QueryView>
    </Column>
  );
}
