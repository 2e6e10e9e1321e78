import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { PlansPage } from "@/player/features/money/plans/plans-page";
import { Column } from "@/player/features/shell/page";
import { t } from "@/player/i18n/money";
import { clubQuery } from "@/shared/api/clubs";
import { ApiError } from "@/shared/api/errors";
import { useTitle } from "@/shared/lib/use-title";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { NotFound } from "./not-found";

export function Plans() {
  const { slug = "" } = useParams();
  const query = useQuery(clubQuery(slug));
  useTitle(t("plans.title"));
  if (query.error instanceof ApiError && query.error.status === 404) return <NotFound />;
  return <Column wide><QueryView query={query} failure={t("plans.failed")} skeleton={<Bone className="h-60" />}>{(club) => <PlansPage club={club} />}</QueryView></Column>;
}
