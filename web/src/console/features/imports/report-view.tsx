import type { ReactNode } from "react";
import { named, t } from "../../i18n/en";
import type { ImportReport, PartReport } from "./api";
import { addsUp, refusedTotal } from "./report";
import { RowTable } from "./row-table";

const PARTS = ["members", "bookings"] as const;
const number = (count: number) => count.toLocaleString("en");

/** Every row accounted for: what was taken, what was known, what was refused and why. */
export function ReportView({ report }: { report: ImportReport }) {
  return (
    <>
      <section className="card page-card" aria-label={t("import.done")}>
        <div role="status"><h2 className="text-heading">{t("import.done")}</h2></div>
        <div className="parts">{PARTS.map((part) => report[part].rows > 0 && <Part key={part} title={t(`import.${part}.part`)} part={report[part]} />)}</div>
      </section>
      <section className="card page-card" aria-label={t("import.refusedRows")}>
        <h2 className="text-heading">{t("import.refusedRows")}</h2>
        {report.refusedRows.length === 0 ? <p className="text-small text-ink-2">{t("import.noRefused")}</p> : <RowTable rows={report.refusedRows} fileName="refused-rows.csv" />}
      </section>
      {report.warnings.length > 0 && (
        <section className="card page-card" aria-label={t("import.warnings")}>
          <h2 className="text-heading">{t("import.warnings")}</h2>
          <RowTable rows={report.warnings} fileName="warnings.csv" />
        </section>
      )}
    </>
  );
}

function Part({ title, part }: { title: string; part: PartReport }) {
  const reasons = Object.entries(part.refused).sort(([, one], [, other]) => other - one);
  return (
    <div>
      <h3 className="panel-sub">{title}</h3>
      <dl className="totals num">
        <Total name={t("import.rows")}>{number(part.rows)}</Total>
        <Total name={t("import.taken")}>{number(part.taken)}</Total>
        <Total name={t("import.duplicate")}>{number(part.duplicate)}</Total>
        <Total name={t("import.blank")}>{number(part.blank)}</Total>
        <Total name={t("import.refused")}>{number(refusedTotal(part))}</Total>
      </dl>
      {!addsUp(part) && <p className="field-error" role="alert">{t("import.doesNotAdd")}</p>}
      {reasons.length > 0 && <dl className="reasons num">{reasons.map(([reason, count]) => <div key={reason}><dt>{named("reason", reason)}</dt><dd>{number(count)}</dd></div>)}</dl>}
    </div>
  );
}

function Total({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
