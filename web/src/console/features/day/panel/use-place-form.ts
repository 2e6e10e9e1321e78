import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, hasCode } from "@/shared/api/errors";
import type { Board } from "@/shared/api/types";
import { addMinutes, minutesOfDay } from "@/shared/lib/club-time";
import { useIntentKey } from "@/shared/lib/idempotency";
import { dayTouched, type Spot } from "../api";
import { usePreview } from "../preview";
import { canOverride } from "./overridable";

const minuteOf = (board: Board, instant: string) => minutesOfDay(instant, board.date, board.timeZone);
const instantOf = (board: Board, minute: number) => addMinutes(board.opensAt, minute - minuteOf(board, board.opensAt));

type Write<T> = (spot: Spot, overrideReason: string | undefined, key: (intent: string) => string) => Promise<T>;

/**
 * What booking and moving have in common: a place, and a write that may be refused, with a reason when a rule of the club stands in the way.
 * The time is kept as a time of the day: turn the board to another day and the form asks for the same hour there.
 * A changed place is a new question, so the old refusal goes.
 */
export function usePlaceForm<T>({ clubId, board, first, write, done }: { clubId: string; board: Board; first: () => Spot; write: Write<T>; done: (answer: T) => void }) {
  const client = useQueryClient();
  const key = useIntentKey();
  const inDay = (spot: Spot) => ({ courtId: spot.courtId, minute: minuteOf(board, spot.startsAt), durationMinutes: spot.durationMinutes });
  const [chosen, setChosen] = useState(() => inDay(first()));
  const [reason, setReason] = useState("");
  const spot: Spot = { courtId: chosen.courtId, startsAt: instantOf(board, chosen.minute), durationMinutes: chosen.durationMinutes };
  usePreview(spot);
  const mutation = useMutation({
    mutationFn: () => write(spot, reason.trim() || undefined, key),
    onSuccess: (answer) => {
      done(answer);
      void dayTouched(client, clubId);
    },
    // Whoever was quicker is on the board by the time the refusal is read.
    onError: () => dayTouched(client, clubId),
  });
  const { error, reset } = mutation;
  return {
    spot, reason, setReason, error, busy: mutation.isPending,
    change: (next: Spot) => {
      setChosen(inDay(next));
      reset();
    },
    submit: () => {
      if (!mutation.isPending) mutation.mutate();
    },
    taken: hasCode(error, "booking.slot_taken") ? error : null,
    needsReason: canOverride(error) || reason !== "",
    fields: error instanceof ApiError ? error.errors : {},
  };
}

export type PlaceForm = ReturnType<typeof usePlaceForm<unknown>>;
