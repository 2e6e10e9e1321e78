import { MyGames } from "@/player/features/games/my-games";
import { SignedOut } from "@/player/features/shell/signed-out";
import { Column, PageTitle } from "@/player/features/shell/page";
import { t } from "@/player/i18n/en";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function Games() {
  const signedIn = useSignedIn();
  useTitle(t("games.title"));
  return <Column wide={signedIn}><PageTitle>{t("games.title")}</PageTitle>{signedIn ? <MyGames /> : <SignedOut what={t("games.signIn")} />}</Column>;
}
