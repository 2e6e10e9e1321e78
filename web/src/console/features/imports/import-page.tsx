import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Failure } from "@/shared/ui/states";
import { t } from "../../i18n/en";
import { importFiles, type ImportFiles } from "./api";
import { FileField } from "./file-field";
import { ReportView } from "./report-view";

const PARTS = ["club", "members", "bookings"] as const;

/** Three files in, one report out that accounts for every row. */
export function ImportPage({ clubId }: { clubId: string }) {
  const client = useQueryClient();
  const [files, setFiles] = useState<ImportFiles>({});
  const [sent, setSent] = useState(0);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => importFiles(clubId, files, setSent),
    // Courts, prices and every day may be other ones now.
    onSuccess: () => client.invalidateQueries(),
  });
  const none = PARTS.every((part) => !files[part]);
  const fields = send.error instanceof ApiError ? send.error.errors : {};
  const submit = () => {
    setTried(true);
    if (none || send.isPending) return;
    setSent(0);
    send.mutate();
  };
  return (
    <div className="page-stack">
      <form className="card page-card page-form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <p className="text-small text-ink-2">{t("import.lead")}</p>
        <div className="files">
          {PARTS.map((part) => (
            <FileField
              key={part} label={t(`import.${part}`)} hint={t(`import.${part}Hint`)} accept={part === "club" ? ".json,application/json" : ".csv,text/csv"} file={files[part]} error={fields[part]?.[0]}
              onFile={(file) => { setFiles({ ...files, [part]: file }); send.reset(); }}
            />
          ))}
        </div>
        {tried && none && <p className="field-error" role="alert">{t("import.none")}</p>}
        <div className="flex items-center gap-4">
          <Button type="submit" busy={send.isPending}>{t("import.submit")}</Button>
          {send.isPending && <Progress sent={sent} />}
        </div>
      </form>
      {send.error && Object.keys(fields).length === 0 && <section className="card page-card"><Failure title={t("import.failed")} error={send.error} retry={submit} /></section>}
      {send.data && <ReportView report={send.data} />}
    </div>
  );
}

function Progress({ sent }: { sent: number }) {
  return (
    <div className="grow" role="status">
      <p className="num text-small text-ink-2">{sent < 1 ? t("import.sending", { percent: Math.floor(sent * 100) }) : t("import.reading")}</p>
      <progress className="progress" aria-label={t("import.submit")} max={1} value={sent < 1 ? sent : undefined} />
    </div>
  );
}
