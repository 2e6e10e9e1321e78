import { You as YouPage } from "@/player/features/account/you";
import { SignedOut } from "@/player/features/shell/signed-out";
import { Column, PageTitle } from "@/player/features/shell/page";
import { t } from "@/player/i18n/en";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function You() {
  const signedIn = useSignedIn();
  useTitle(t("you.title"));
  return <Column wide={signedIn}><PageTitle>{t("you.title")}</PageTitle>{signedIn ? <YouPage /> : <SignedOut what={t("you.signIn")} />}</Column>;
}
