import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import { buttonClass } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";

export function NotFound() {
  return <main><Empty title={t("notFound.title")} action={<Link to="/" className={buttonClass("quiet")}>{t("notFound.action")}</Link>}>{t("notFound.body")}</Empty></main>;
}
