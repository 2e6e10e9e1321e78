import { You as YouPage } from "@/player/features/account/you";
import { MoneyLinks } from "@/player/features/money/money-links";
import { MyPlans } from "@/player/features/money/plans/my-plans";
import { ReceiptDetails } from "@/player/features/money/receipts/receipt-details";
import { SignedOut } from "@/player/features/shell/signed-out";
import { Column, PageTitle } from "@/player/features/shell/page";
import { t } from "@/player/i18n/en";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function You() {
  const signedIn = useSignedIn();
  useTitle(t("you.title"));
  return <Column wide={signedIn}><PageTitle>{t("you.title")}</PageTitle>{signedIn ? <YouPage money={<><MoneyLinks /><MyPlans /><ReceiptDetails /></>} /> : <SignedOut what={t("you.signIn")} />}</Column>;
}
