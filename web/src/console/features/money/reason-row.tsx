import { useState } from "react";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { t } from "../../i18n/en";

type Props = { label: string; submit: string; busy: boolean; onSubmit: (note: string) => void; onLeave: () => void };

/** What was done about it, in a sentence; without one nothing is closed. */
export function ReasonRow({ label, submit, busy, onSubmit, onLeave }: Props) {
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <form className="reason-row" noValidate onSubmit={(event) => { event.preventDefault(); if (!note.trim()) setMissing(true); else onSubmit(note.trim()); }}>
      <Field compact autoFocus label={label} value={note} maxLength={500} error={missing ? t("money.reasonNeeded") : undefined} onChange={(event) => { setNote(event.target.value); setMissing(false); }} />
      <Button type="submit" size="small" busy={busy}>{submit}</Button>
      <Button kind="line" size="small" onClick={onLeave}>{t("money.leave")}</Button>
    </form>
  );
}
