import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import { buttonClass } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";

export function NotFound() {
  return <main id="content" tabIndex={-1} className="py-8 outline-none"><Empty page title={t("notFound.title")} action={<Link to="/" className={buttonClass("quiet")}>{t("notFound.action")}</Link>}>{t("notFound.body")}</Empty></main>;
}
