import { t } from "@/player/i18n/money";
import type { Receipt } from "@/shared/api/money-types";
import { clock, dayLong } from "@/shared/lib/club-time";
import { formatMoney, isZero } from "@/shared/lib/money";

/** What stands on the paper: who gave it, for whom, for what, and how anybody may check it. */
export function ReceiptSheet({ receipt, zone }: { receipt: Receipt; zone: string }) {
  const { seller, customer } = receipt;
  return (
    <article className="receipt card">
      <header>
        <p className="text-heading text-ink-1">{seller.legalName ?? seller.name}</p>
        <Lines of={[seller.address, seller.phone, seller.taxNumber && t("receipt.taxNumber", { number: seller.taxNumber })]} />
      </header>
      <div>
        <h1 className="num text-title text-ink-1">{t(receipt.kind === "credit_note" ? "receipt.creditTitle" : "receipt.title", { number: receipt.number })}</h1>
        <p className="num text-small text-ink-2">{dayLong(receipt.date)} {receipt.date.slice(0, 4)}, {clock(receipt.issuedAt, zone)}</p>
        {receipt.credits && <p className="num text-small text-ink-2">{t("receipt.corrects", { number: receipt.credits })}</p>}
      </div>
      <div>
        <p className="text-small text-ink-3">{t("receipt.to")}</p>
        <p className="text-body text-ink-1">{customer.companyName ?? customer.name}</p>
        <Lines of={[customer.companyName && customer.name, customer.address, customer.taxNumber && t("receipt.taxNumber", { number: customer.taxNumber })]} />
      </div>
      <Sums receipt={receipt} />
      <div>
        <p className="num text-small text-ink-2">{t("receipt.paidWith", { method: receipt.paidWith, reference: receipt.paymentReference })}</p>
        {!isZero(receipt.credited) && <p className="num text-small text-ink-2">{t("receipt.credited", { amount: formatMoney(receipt.credited) })}</p>}
        {receipt.note && <p className="text-small text-ink-2">{receipt.note}</p>}
        <p className="num pt-2 text-small break-words text-ink-3">{t("receipt.verify", { address: receipt.verificationUrl.replace(/^https?:\/\//, "") })}</p>
      </div>
    </article>
  );
}

function Sums({ receipt }: { receipt: Receipt }) {
  return (
    <table className="receipt-lines num">
      <caption className="visually-hidden">{t("receipt.lines")}</caption>
      <tbody>{receipt.lines.map((line) => <tr key={line.text}><th scope="row">{line.text}{line.detail && <span className="block text-small text-ink-2">{line.detail}</span>}</th><td>{formatMoney(line.amount)}</td></tr>)}</tbody>
      <tfoot>
        <tr className="receipt-total"><th scope="row">{t("receipt.total")}</th><td>{formatMoney(receipt.total)}</td></tr>
        {receipt.tax && <tr><th scope="row">{t("receipt.tax", { label: receipt.tax.label, percent: receipt.tax.percent })}</th><td>{formatMoney(receipt.tax.amount)}</td></tr>}
      </tfoot>
    </table>
  );
}

function Lines({ of }: { of: readonly (string | null | undefined)[] }) {
  return <>{of.filter(Boolean).map((line) => <p key={line} className="num text-small text-ink-2">{line}</p>)}</>;
}
