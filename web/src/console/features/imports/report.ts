import type { PartReport, RowNote } from "./api";

export const PAGE_ROWS = 25;

export type RowFilter = { file: string; reason: string };
export const noFilter: RowFilter = { file: "", reason: "" };

export const filterRows = (rows: readonly RowNote[], filter: RowFilter): RowNote[] =>
  rows.filter((row) => (!filter.file || row.file === filter.file) && (!filter.reason || row.reason === filter.reason));

export const refusedTotal = (part: PartReport) => Object.values(part.refused).reduce((sum, count) => sum + count, 0);

/** rows = taken + duplicate + blank + refused, or the report is wrong and we must say so. */
export const addsUp = (part: PartReport) => part.rows === part.taken + part.duplicate + part.blank + refusedTotal(part);

const STARTS_FORMULA = /^[=+\-@\t\r]/;

/** For a spreadsheet. What came out of a handwritten log may look like a formula: it must not become one. */
export function toCsv(rows: readonly RowNote[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === "string" && STARTS_FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [["file", "line", "reason", "detail"], ...rows.map((row) => [row.file, row.line, row.reason, row.detail ?? ""])].map((line) => line.map(cell).join(",")).join("\r\n");
}
