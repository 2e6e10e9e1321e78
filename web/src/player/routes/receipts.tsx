import { useParams } from "react-router";
import { ReceiptPage } from "@/player/features/money/receipts/receipt-page";
import { ReceiptsList } from "@/player/features/money/receipts/receipts-list";
import { VerifyPage } from "@/player/features/money/receipts/verify-page";
import { Column, PageTitle } from "@/player/features/shell/page";
import { SignedOut } from "@/player/features/shell/signed-out";
import { t } from "@/player/i18n/money";
import { useSignedIn } from "@/shared/api/session";
import { useTitle } from "@/shared/lib/use-title";

export function Receipts() {
  const signedIn = useSignedIn();
  useTitle(t("receipts.title"));
  return <Column><PageTitle>{t("receipts.title")}</PageTitle>{signedIn ? <ReceiptsList /> : <SignedOut what={t("receipts.signIn")} />}</Column>;
}

export function Receipt() {
  const { receiptId = "" } = useParams();
  const signedIn = useSignedIn();
  useTitle(t("receipts.title"));
  return <Column>{signedIn ? <ReceiptPage receiptId={receiptId} /> : <SignedOut what={t("receipts.signIn")} />}</Column>;
}

export function VerifyReceipt() {
  const { code = "" } = useParams();
  useTitle(t("verify.title"));
  return <Column><PageTitle>{t("verify.title")}</PageTitle><VerifyPage code={code} /></Column>;
}
