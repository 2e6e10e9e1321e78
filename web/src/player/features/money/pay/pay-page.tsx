import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { bookingQuery } from "@/shared/api/bookings";
import { useClubs } from "@/shared/api/clubs";
import type { Booking, Club } from "@/shared/api/types";
import { clock } from "@/shared/lib/club-time";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { checkoutQuery } from "../api";
import { PayView } from "./pay-view";

type Props = { bookingId: string; instead: (booking: Booking, club: Club) => ReactNode };

/** Paying for a booking: what is held and until when, how to pay, and what became of it. */
export function PayPage({ bookingId, instead }: Props) {
  const clubs = useClubs();
  const booking = useQuery(bookingQuery(bookingId));
  const checkout = useQuery(checkoutQuery(bookingId));
  const club = clubs.find(booking.data?.clubId ?? "");
  const bones = <div className="flex flex-col gap-4"><p className="text-small text-ink-2">{t("pay.getReady")}</p><Bone className="h-9 w-60" /><Bone className="mx-auto h-30 w-30 rounded-full" /><Bone className="h-12" /><Bone className="h-12" /><Bone className="h-12" /></div>;
  const at = (instant: number) => clock(instant, club?.timeZone ?? "UTC");
  return (
    <>
      <div className="flex pb-1"><Link to={`/games/${bookingId}`} className="icon-btn -ms-3" aria-label={t("pay.back")}><X size={22} aria-hidden /></Link></div>
      <QueryView query={clubs.query} failure={t("pay.failed")} skeleton={bones}>
        {() => (
          <QueryView query={booking} failure={t("pay.failed")} skeleton={bones} at={at}>
            {(held) => (
              <QueryView query={checkout} failure={t("pay.failed")} skeleton={bones} at={at}>
                {(owed) => club && <PayView booking={held} checkout={owed} club={club} instead={() => instead(held, club)} />}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}
