import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/shared/api/errors";
import type { Board, Club } from "@/shared/api/types";
import { addMinutes, clock } from "@/shared/lib/club-time";
import { useIntentKey } from "@/shared/lib/idempotency";
import { useNow } from "@/shared/lib/use-now";
import { Button } from "@/shared/ui/button";
import { Field, FieldNote } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../../i18n/en";
import { SelectField } from "../../../ui/select-field";
import { blockCourts, dayTouched, type Closure } from "../api";
import { Conflicts, conflictsOf, type Conflict } from "./conflicts";
import { CourtChoice } from "./court-choice";
import { PanelHead } from "./panel-head";
import { Refusal } from "./refusal";
import { useFocusIn } from "./use-focus-in";

const KINDS = ["maintenance", "private_event", "weather", "power_cut", "early_closing", "tournament", "other"] as const;
const USUAL_MINUTES = 60;
const NOW_EVERY_MS = 20_000;

type Props = { club: Club; board: Board; court?: string | undefined; at?: string | undefined; onClose: () => void; onConflict: (conflict: Conflict) => void };

/** Closes one or many courts. Bookings in the way are listed, never pushed aside. */
export function BlockForm({ club, board, court, at, onClose, onConflict }: Props) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const times = timesOf(board, club.slots.gridMinutes);
  const now = useNow(NOW_EVERY_MS);
  const first = times.find((time) => Date.parse(time) === Date.parse(at ?? "")) ?? times.find((time) => Date.parse(time) >= now) ?? times[0] ?? board.opensAt;
  const [courtIds, setCourtIds] = useState<string[]>(court ? [court] : []);
  const [startsAt, setStartsAt] = useState(first);
  const [endsAt, setEndsAt] = useState(times.find((time) => Date.parse(time) >= Date.parse(first) + USUAL_MINUTES * 60_000) ?? times.at(-1) ?? board.closesAt);
  const [kind, setKind] = useState<string>("maintenance");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const wrong = { courts: courtIds.length === 0, order: Date.parse(endsAt) <= Date.parse(startsAt), reason: reason.trim() === "" };

  const block = useMutation({
    mutationFn: () => {
      const body: Closure = { courtIds, startsAt, endsAt, kind, reason: reason.trim() };
      return blockCourts(club.clubId, body, key(JSON.stringify(body)));
    },
    onSuccess: () => {
      toast({ text: t("close.done", { count: courtIds.length, from: clock(startsAt, board.timeZone), until: clock(endsAt, board.timeZone) }) });
      onClose();
    },
    onSettled: () => dayTouched(client, club.clubId),
  });
  const root = useFocusIn<HTMLFormElement>();
  const submit = () => {
    setTried(true);
    if (wrong.courts || wrong.order || wrong.reason || block.isPending) return;
    block.mutate();
  };
  const fields = block.error instanceof ApiError ? block.error.errors : {};
  const conflicts = conflictsOf(block.error);
  const options = times.map((time) => ({ value: time, label: clock(time, board.timeZone) }));

  return (
    <form ref={root} className="panel-form" noValidate tabIndex={-1} aria-label={t("close.title")} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <PanelHead title={t("close.title")} onClose={onClose} />
      <div className="panel-fields">
        <div>
          <CourtChoice courts={board.courts} chosen={courtIds} onChange={setCourtIds} />
          <FieldNote id="block-courts" error={tried && wrong.courts ? t("close.noCourt") : fields.courtIds?.[0]} />
        </div>
        <div className="pair">
          <SelectField label={t("close.from")} value={startsAt} options={options.slice(0, -1)} error={fields.startsAt?.[0]} className="num" onChange={setStartsAt} />
          <SelectField label={t("close.until")} value={endsAt} options={options.slice(1)} error={tried && wrong.order ? t("close.order") : fields.endsAt?.[0]} className="num" onChange={setEndsAt} />
        </div>
        <SelectField label={t("close.kind")} value={kind} options={KINDS.map((each) => ({ value: each, label: t(`block.${each}`) }))} error={fields.kind?.[0]} onChange={setKind} />
        <Field compact label={t("close.reason")} hint={t("close.reasonHint")} value={reason} maxLength={200} data-autofocus error={tried && wrong.reason ? t("close.reasonNeeded") : fields.reason?.[0]} onChange={(event) => setReason(event.target.value)} />
      </div>
      {conflicts.length > 0 ? <Conflicts items={conflicts} board={board} onConflict={onConflict} /> : Object.keys(fields).length === 0 && <Refusal error={block.error} />}
      <Button type="submit" full busy={block.isPending}>{t(conflicts.length > 0 ? "close.again" : "close.submit")}</Button>
    </form>
  );
}

function timesOf(board: Board, gridMinutes: number): string[] {
  const count = Math.floor((Date.parse(board.closesAt) - Date.parse(board.opensAt)) / (gridMinutes * 60_000));
  return Array.from({ length: count + 1 }, (_, index) => addMinutes(board.opensAt, index * gridMinutes));
}
