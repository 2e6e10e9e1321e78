import { useParams } from "react-router";
import { FreeInstead } from "@/player/features/booking/free-instead";
import { PayPage } from "@/player/features/money/pay/pay-page";
import { Column } from "@/player/features/shell/page";
import { SignedOut } from "@/player/features/shell/signed-out";
import { t } from "@/player/i18n/money";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function Pay() {
  const { bookingId = "" } = useParams();
  const signedIn = useSignedIn();
  useTitle(t("pay.title"));
  return <Column wide={signedIn}>{signedIn ? <PayPage bookingId={bookingId} instead={(booking, club) => <FreeInstead booking={booking} club={club} />} /> : <SignedOut what={t("pay.signIn")} />}</Column>;
}
