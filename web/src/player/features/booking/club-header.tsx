import { ArrowLeft, Navigation, Phone } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/en";
import type { Club } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { directionsTo } from "@/shared/lib/directions";
import { HeaderLines } from "@/shared/ui/court";

export function ClubHeader({ club, severalClubs }: { club: Club; severalClubs: boolean }) {
  return (
    <header className="hero">
      <HeaderLines />
      <div className="relative mx-auto flex min-h-44 max-w-6xl flex-col justify-between gap-8 p-3 md:min-h-52 md:px-6 md:py-5 xl:px-0">
        <div className="flex justify-between">
          {severalClubs ? <Link to="/?all" className="hero-btn" aria-label={t("club.all")}><ArrowLeft size={20} aria-hidden className="mirror" /></Link> : <span />}
          <div className="flex gap-2">
            {club.phone && <a className="hero-btn" href={`tel:${club.phone}`} aria-label={t("club.call")}><Phone size={19} aria-hidden /></a>}
            {club.location && <a className="hero-btn" href={directionsTo(club.location)} target="_blank" rel="noreferrer" aria-label={t("club.directions")}><Navigation size={19} aria-hidden /></a>}
          </div>
        </div>
        <div className="px-1 pb-2 md:px-0">
          <h1 className="max-w-60 text-display md:max-w-none">{club.name}</h1>
          <p className="num mt-2 text-small font-medium">{club.address}{openLine(club)}</p>
        </div>
      </div>
    </header>
  );
}

function openLine(club: Club): string {
  if (!club.openUntil) return "";
  return ` · ${t("club.openUntil", { time: clock(club.openUntil, club.timeZone) })}`;
}
