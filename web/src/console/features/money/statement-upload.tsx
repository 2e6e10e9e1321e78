import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { messageOf } from "@/shared/api/errors";
import { useIntentKey } from "@/shared/lib/idempotency";
import { t } from "../../i18n/en";
import { moneyChanged, uploadStatement, type StatementReport } from "./api";

/** The bank's CSV. Lines that name a transfer's reference are matched at once; the same file again changes nothing. */
export function StatementUpload({ clubId }: { clubId: string }) {
  const client = useQueryClient();
  const key = useIntentKey();
  const upload = useMutation({
    mutationFn: (file: File) => uploadStatement(clubId, file, key(`${file.name}${file.size}${file.lastModified}`)),
    onSuccess: () => void moneyChanged(client, clubId),
  });
  return (
    <section className="card page-card page-form" aria-label={t("money.statement.upload")}>
      <label className="file">
        <Landmark size={20} aria-hidden />
        <span>{upload.isPending ? t("money.statement.reading") : t("money.statement.choose")}</span>
        <input type="file" accept=".csv,text/csv" disabled={upload.isPending} onChange={(event) => { const [file] = event.target.files ?? []; if (file) upload.mutate(file); event.target.value = ""; }} />
      </label>
      {upload.error && <p className="field-error" role="alert">{messageOf(upload.error)}</p>}
      {upload.data && <Report report={upload.data} />}
    </section>
  );
}

function Report({ report }: { report: StatementReport }) {
  return (
    <div role="status">
      <p className="text-small">{t("money.statement.report", { credits: report.credits, fresh: report.new, matched: report.matched, second: report.needSecondPerson, open: report.open })}</p>
      {report.unreadable.length > 0 && <ul className="reasons">{report.unreadable.slice(0, 20).map((row) => <li key={row.line}>{t("money.statement.line", { line: row.line, reason: row.reason })}</li>)}</ul>}
    </div>
  );
}
