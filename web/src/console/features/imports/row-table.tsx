import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/shared/ui/button";
import { named, t } from "../../i18n/en";
import { SelectField } from "../../ui/select-field";
import type { RowNote } from "./api";
import { filterRows, noFilter, PAGE_ROWS, toCsv } from "./report";

/** The rows by file and reason, a page at a time, and all of them as a file. */
export function RowTable({ rows, fileName }: { rows: readonly RowNote[]; fileName: string }) {
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(0);
  const found = filterRows(rows, filter);
  const shown = found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
  const choose = (change: Partial<typeof filter>) => {
    setFilter({ ...filter, ...change });
    setPage(0);
  };
  const options = (values: string[], all: string, name: (value: string) => string) => [{ value: "", label: all }, ...[...new Set(values)].sort().map((value) => ({ value, label: name(value) }))];
  return (
    <>
      <div className="table-tools">
        <SelectField label={t("import.file")} value={filter.file} options={options(rows.map((row) => row.file), t("import.allFiles"), (value) => value)} onChange={(file) => choose({ file })} />
        <SelectField label={t("import.reason")} value={filter.reason} options={options(rows.map((row) => row.reason), t("import.allReasons"), (value) => named("reason", value))} onChange={(reason) => choose({ reason })} />
        <Button kind="line" size="small" className="btn-bar" icon={<Download size={16} aria-hidden />} onClick={() => save(toCsv(found), fileName)}>{t("import.export")}</Button>
      </div>
      <table className="table">
        <thead><tr>{(["file", "line", "reason", "detail"] as const).map((name) => <th key={name} scope="col">{t(`import.${name}`)}</th>)}</tr></thead>
        <tbody>{shown.map((row) => <tr key={`${row.file}${row.line}${row.reason}`}><td>{row.file}</td><td className="num">{row.line}</td><td>{named("reason", row.reason)}</td><td className="num break-words">{row.detail}</td></tr>)}</tbody>
      </table>
      {found.length > PAGE_ROWS && (
        <div className="num flex items-center justify-end gap-2 text-small">
          <span role="status">{t("import.page", { from: page * PAGE_ROWS + 1, to: page * PAGE_ROWS + shown.length, count: found.length })}</span>
          <Button kind="line" size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>{t("import.previous")}</Button>
          <Button kind="line" size="small" disabled={(page + 1) * PAGE_ROWS >= found.length} onClick={() => setPage(page + 1)}>{t("import.next")}</Button>
        </div>
      )}
    </>
  );
}

/** The byte order mark tells spreadsheets that it is UTF-8. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
