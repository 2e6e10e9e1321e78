import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowLeft, Download, Printer } from "lucide-react";
import { Link } from "react-router";
import { t } from "@/player/i18n/money";
import { useClubs } from "@/shared/api/clubs";
import { messageOf } from "@/shared/api/errors";
import { receiptQuery } from "@/shared/api/money";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { savePdf } from "./save-pdf";
import { ReceiptSheet } from "./receipt-sheet";

/** One receipt as it prints, with its PDF. */
export function ReceiptPage({ receiptId }: { receiptId: string }) {
  const clubs = useClubs();
  const query = useQuery(receiptQuery(receiptId));
  const bones = <Bone className="h-112" />;
  return (
    <>
      <div className="no-print flex pb-2"><Link to="/receipts" className="icon-btn -ms-3" aria-label={t("receipt.back")}><ArrowLeft size={22} aria-hidden className="mirror" /></Link></div>
      <QueryView query={clubs.query} failure={t("receipt.failed")} skeleton={bones}>
        {() => (
          <QueryView query={query} failure={t("receipt.failed")} skeleton={bones}>
            {(receipt) => <><ReceiptSheet receipt={receipt} zone={clubs.find(receipt.clubId)?.timeZone ?? "UTC"} /><Actions receiptId={receiptId} number={receipt.number} /></>}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function Actions({ receiptId, number }: { receiptId: string; number: string }) {
  const pdf = useMutation({ mutationFn: () => savePdf(receiptId, number) });
  return (
    <div className="no-print pt-4">
      <div className="grid grid-cols-2 gap-2">
        <Button kind="line" busy={pdf.isPending} icon={<Download size={19} aria-hidden />} onClick={() => pdf.mutate()}>{t("receipt.pdf")}</Button>
        <Button kind="line" icon={<Printer size={19} aria-hidden />} onClick={() => window.print()}>{t("receipt.print")}</Button>
      </div>
      {pdf.error && <p className="field-error pt-2" role="alert">{messageOf(pdf.error)}</p>}
    </div>
  );
}
