import { User } from "lucide-react";
import { Link, useLocation } from "react-router";
import { t } from "@/player/i18n/en";
import { buttonClass } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";

/** Where a page needs somebody: says why, and comes back here afterwards. */
export function SignedOut({ what }: { what: string }) {
  const { pathname, search } = useLocation();
  return (
    <div className="card">
      <Empty title={t("signedOut.title")} icon={<User size={28} aria-hidden />} action={<Link className={buttonClass("primary")} to={`/sign-in?${new URLSearchParams({ next: pathname + search })}`}>{t("signedOut.action")}</Link>}>{what}</Empty>
    </div>
  );
}
