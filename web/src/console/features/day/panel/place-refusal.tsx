import { ApiError } from "@/shared/api/errors";
import type { Board } from "@/shared/api/types";
import { ReasonField } from "./reason-field";
import { Refusal } from "./refusal";
import { Taken } from "./taken";
import type { PlaceForm } from "./use-place-form";

/** Why it was refused, and the way on: another place, or a reason. */
export function PlaceRefusal({ form, board, stays }: { form: PlaceForm; board: Board; stays?: string }) {
  const onField = form.error instanceof ApiError && Object.keys(form.fields).length > 0;
  return (
    <>
      {form.taken ? <Taken error={form.taken} board={board} spot={form.spot} stays={stays} onChoose={form.change} /> : !onField && <Refusal error={form.error} />}
      {form.needsReason && <ReasonField value={form.reason} onChange={form.setReason} error={form.fields.overrideReason?.[0]} />}
    </>
  );
}
