import { t } from "@/player/i18n/money";
import type { Payment, TransferDetails } from "@/shared/api/money-types";
import { moment } from "@/shared/lib/club-time";
import { formatAmount, formatMoney } from "@/shared/lib/money";
import { useNow } from "@/shared/lib/use-now";
import { CopyButton } from "@/shared/ui/copy-button";
import { ProofUpload } from "./proof-upload";

const HALF_MINUTE_MS = 30_000;

type Props = { payment: Payment; transfer: TransferDetails; until: string | undefined; zone: string };

/** Everything the bank's app asks for, each with its copy button; the reference first, since the club finds the money by it. */
export function Transfer({ payment, transfer, until, zone }: Props) {
  const now = useNow(HALF_MINUTE_MS);
  const amount = formatMoney(payment.amount);
  return (
    <section className="flex flex-col gap-4" aria-labelledby="transfer-title">
      <div>
        <h2 id="transfer-title" className="num text-title text-ink-1">{t("transfer.title", { amount })}</h2>
        <p className="pt-1 text-body text-ink-2">{t("transfer.lead")}</p>
      </div>
      <div className="reference">
        <div className="min-w-0"><p className="text-small text-ink-2">{t("transfer.reference")}</p><p className="num text-figure tracking-wider break-all text-ink-1">{transfer.reference}</p></div>
        <Copy what="transfer.reference" text={transfer.reference} />
      </div>
      <ul className="panel rows">
        <Line what="transfer.amount" text={amount} copied={formatAmount(payment.amount).replaceAll(",", "")} />
        <Line what="transfer.account" text={transfer.title} />
        <Line what="transfer.iban" text={inFours(transfer.iban)} copied={transfer.iban.replaceAll(" ", "")} />
        <Line what="transfer.bank" text={transfer.bank} copied={null} />
      </ul>
      {until && payment.purpose === "booking" && <p className="num text-small text-ink-2">{t("transfer.until", { when: moment(until, now, zone) })}</p>}
      <ProofUpload paymentId={payment.paymentId} uploaded={transfer.proofUploaded} />
      <div role="status">
        <h3 className="text-heading text-ink-1">{t("transfer.looking")}</h3>
        <p className="text-small text-ink-2">{t("transfer.lookingBody")}</p>
      </div>
    </section>
  );
}

type Word = "transfer.reference" | "transfer.amount" | "transfer.account" | "transfer.iban" | "transfer.bank";

function Line({ what, text, copied = text }: { what: Word; text: string; copied?: string | null }) {
  return (
    <li className="fact">
      <div className="min-w-0"><p className="text-small text-ink-3">{t(what)}</p><p className="num text-label break-words text-ink-1">{text}</p></div>
      {copied !== null && <Copy what={what} text={copied} />}
    </li>
  );
}

function Copy({ what, text }: { what: Word; text: string }) {
  const name = t(what);
  return <CopyButton text={text} what={name} label={t("transfer.copy", { what: name === "IBAN" ? name : name.toLowerCase() })} />;
}

/** As it stands on cards and statements: "PK36 SCBL 0000 …". */
const inFours = (iban: string) => iban.replaceAll(" ", "").replace(/(.{4})(?=.)/g, "$1 ");
