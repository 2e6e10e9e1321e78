import { WalletPage } from "@/player/features/money/wallet/wallet-page";
import { Column, PageTitle } from "@/player/features/shell/page";
import { SignedOut } from "@/player/features/shell/signed-out";
import { t } from "@/player/i18n/money";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function Wallet() {
  const signedIn = useSignedIn();
  useTitle(t("wallet.title"));
  return <Column wide={signedIn}><PageTitle>{t("wallet.title")}</PageTitle>{signedIn ? <WalletPage /> : <SignedOut what={t("wallet.signIn")} />}</Column>;
}
