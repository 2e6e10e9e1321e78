import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Club } from "@/shared/api/types";
import { MiniCourt } from "@/shared/ui/court";

export function ClubList({ clubs }: { clubs: readonly Club[] }) {
  return (
    <ul className="card rows overflow-hidden">
      {clubs.map((club) => (
        <li key={club.clubId}>
          <Link to={`/clubs/${club.slug}`} className="flex items-center gap-3 p-4">
            <MiniCourt />
            <span className="min-w-0 grow"><span className="block truncate text-heading text-ink-1">{club.name}</span><span className="block truncate text-small text-ink-2">{t("clubs.line", { address: club.address, count: club.courts.length })}</span></span>
            <ChevronRight size={20} aria-hidden className="mirror text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
