import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Board, Claim } from "@/shared/api/types";
import { range } from "@/shared/lib/club-time";
import { Button } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { named, t } from "../../../i18n/en";
import { dayTouched, liftBlock } from "../api";
import { whoIs } from "../words";
import { PanelHead } from "./panel-head";
import { Refusal } from "./refusal";

/** A block, the courts it closes, and the way to lift it. */
export function BlockPanel({ board, claim, onClose }: { board: Board; claim: Claim; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const [sure, setSure] = useState(false);
  const blockId = claim.block?.blockId ?? "";
  const courts = board.courts.filter((court) => court.claims.some((each) => each.block?.blockId === blockId)).map((court) => court.name);
  const lift = useMutation({
    mutationFn: () => liftBlock(board.clubId, blockId),
    onSuccess: () => {
      toast({ text: t("lift.done") });
      onClose();
    },
    onSettled: () => dayTouched(client, board.clubId),
  });
  return (
    <section className="panel-form" aria-label={t("lift.title")}>
      <PanelHead title={whoIs(claim)} sub={`${named("block", claim.block?.kind ?? "other")}, ${range(claim.startsAt, claim.endsAt, board.timeZone)}`} onClose={onClose} />
      <dl className="facts num"><dt>{t("block.courts")}</dt><dd>{courts.join(", ")}</dd></dl>
      <Refusal error={lift.error} />
      {!sure && <Button kind="line" onClick={() => setSure(true)}>{t("lift.submit")}</Button>}
      {sure && (
        <>
          <p className="consequence text-small" role="status">{t("lift.confirm", { count: courts.length })}</p>
          <div className="panel-actions">
            <Button kind="danger-fill" busy={lift.isPending} onClick={() => { if (!lift.isPending) lift.mutate(); }}>{t("lift.sure")}</Button>
            <Button kind="line" onClick={() => setSure(false)}>{t("lift.keep")}</Button>
          </div>
        </>
      )}
    </section>
  );
}
