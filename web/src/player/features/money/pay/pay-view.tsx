import type { ReactNode } from "react";
import { Navigate } from "react-router";
import { useTitle } from "@/shared/lib/use-title";
import { t } from "@/player/i18n/money";
import { useMe } from "@/shared/api/me";
import type { Checkout, Payment } from "@/shared/api/money-types";
import type { Booking, Club } from "@/shared/api/types";
import { useNow } from "@/shared/lib/use-now";
import { ActionView } from "../attempt/action-view";
import { Choose } from "./choose";
import { HeldHead } from "./held-head";
import { Cancelled, Landing, Lapsed, Safe } from "./outcomes";
import { usePay } from "./use-pay";
import { useWish } from "./use-wish";
import { WayOut } from "./way-out";

const SECOND_MS = 1_000;

type Props = { booking: Booking; checkout: Checkout; club: Club; instead: () => ReactNode };

export function PayView({ booking, checkout, club, instead }: Props) {
  const me = useMe();
  const pay = usePay(booking, checkout);
  const { stage } = pay;
  const takeWish = useWish();
  useTitle(t("pay.title"));
  switch (stage.kind) {
    case "done": return <Navigate to={`/games/${booking.bookingId}`} replace state={{ fresh: true }} />;
    case "verify": return <Navigate to={`/games/${booking.bookingId}`} replace />;
    case "cancelled": return <Cancelled bookingId={booking.bookingId} />;
    case "landing": return <Landing amount={stage.payment.amount} />;
    case "safe":
    case "refunded": return <Safe payment={stage.payment} booking={booking}>{booking.status === "expired" && instead()}</Safe>;
    case "lapsed": return <Lapsed booking={booking} club={club} awaited={stage.awaited === true}>{instead()}</Lapsed>;
    case "act":
    case "asking": return <Live {...{ booking, checkout, club, pay }} payment={stage.payment} />;
    case "choose":
      return (
        <Held booking={booking} checkout={checkout} club={club}>
          <Choose booking={booking} checkout={checkout} club={club} phone={me?.phone ?? ""} failed={stage.failed} pay={pay} takeWish={takeWish} />
        </Held>
      );
  }
}

type LiveProps = Omit<Props, "instead"> & { payment: Payment; pay: ReturnType<typeof usePay> };

function Live({ booking, checkout, club, payment, pay }: LiveProps) {
  const now = useNow(SECOND_MS);
  const held = booking.status === "held";
  const late = booking.status === "expired" || booking.status === "cancelled" || (held && Boolean(booking.holdExpiresAt) && Date.parse(booking.holdExpiresAt ?? "") < now);
  return (
    <Held booking={booking} checkout={checkout} club={club}>
      <div className="flex flex-col gap-4">
        <ActionView payment={payment} fresh={pay.fresh} until={booking.holdExpiresAt ?? undefined} zone={club.timeZone} late={late} inquiry={pay.inquiry} onResume={() => pay.start.start({ purpose: "booking", bookingId: booking.bookingId, method: payment.method }, payment.paymentId)} />
        {!late && <WayOut bookingId={booking.bookingId} held={held} onAnotherWay={pay.chooseAgain} />}
      </div>
    </Held>
  );
}

/** What it is about beside what is to be done; one under the other on a phone. */
function Held({ booking, checkout, club, children }: Omit<Props, "instead"> & { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-10">
      <HeldHead booking={booking} checkout={checkout} club={club} />
      <div className="pay-panel">{children}</div>
    </div>
  );
}
