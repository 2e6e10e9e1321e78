import { useLocation, useParams } from "react-router";
import { GamePage } from "@/player/features/games/game-page";
import { GameMoney } from "@/player/features/money/game-money";
import { SignedOut } from "@/player/features/shell/signed-out";
import { Column } from "@/player/features/shell/page";
import { t } from "@/player/i18n/en";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function Game() {
  const { bookingId = "" } = useParams();
  const fresh = (useLocation().state as { fresh?: boolean } | null)?.fresh === true;
  const signedIn = useSignedIn();
  useTitle(t("game.title"));
  return <Column wide={signedIn}>{signedIn ? <GamePage bookingId={bookingId} fresh={fresh} money={(booking) => <GameMoney booking={booking} />} /> : <SignedOut what={t("games.signIn")} />}</Column>;
}
