import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, hasCode, messageOf } from "@/shared/api/errors";
import { useSignedIn } from "@/shared/api/session";
import type { Alternative, BookCourt, Booking, Club } from "@/shared/api/types";
import { useIntentKey } from "@/shared/lib/idempotency";
import { alternativesOf, bookCourt, dayKey } from "./api";
import type { Chosen } from "./chosen";

type Lost = { slot: Chosen; alternatives: Alternative[] };
type Options = { club: Club; onBooked: (booking: Booking) => void; onSignIn: () => void };

/** One wish at a time, one key per wish: pressing twice books once, trying again after a lost answer books once. */
export function useBooking({ club, onBooked, onSignIn }: Options) {
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const keyFor = useIntentKey();
  const [lost, setLost] = useState<Lost | null>(null);
  const mutation = useMutation({
    mutationFn: (wish: BookCourt) => bookCourt(wish, keyFor(JSON.stringify(wish))),
    onSuccess: onBooked,
    onError: (error, wish) => {
      if (hasCode(error, "booking.slot_taken")) setLost({ slot: wish, alternatives: alternativesOf(error) });
      if (error instanceof ApiError && error.status === 401) onSignIn();
      void client.invalidateQueries({ queryKey: dayKey(club.clubId, "").slice(0, 2) });
    },
  });
  const taken = hasCode(mutation.error, "booking.slot_taken");
  return {
    book: (wish: BookCourt) => {
      if (!signedIn) return onSignIn();
      if (!mutation.isPending && !mutation.isSuccess) mutation.mutate(wish);
    },
    busy: mutation.isPending || mutation.isSuccess,
    idle: mutation.isIdle || (mutation.isError && !taken),
    taking: mutation.isPending || mutation.isSuccess ? mutation.variables : undefined,
    lost,
    error: mutation.error && !taken ? messageOf(mutation.error) : undefined,
  };
}
