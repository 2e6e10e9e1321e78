import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { Payment } from "@/shared/api/money-types";
import { askNow, isLive, paymentQuery } from "../api";

const ASKED_FOR_MS = 10_000;

/**
 * Looks now instead of later. A payment that came with the address is asked for once, since the player has just come back from paying;
 * the button asks again. The answer arrives with the payment itself, and "too often" is no news to anybody.
 */
export function useInquiry(payment: Payment | undefined, cameWithAddress: boolean) {
  const client = useQueryClient();
  const looked = useRef("");
  const { mutate, isPending, isSuccess, isError, submittedAt } = useMutation({
    mutationFn: askNow,
    onSettled: (_answer, _error, paymentId) => client.invalidateQueries({ queryKey: paymentQuery(paymentId).queryKey }),
  });
  const id = payment?.paymentId ?? "";
  const asks = cameWithAddress && isLive(payment) && payment?.action?.kind !== "transfer";
  useEffect(() => {
    if (!asks || looked.current === id) return;
    looked.current = id;
    mutate(id);
  }, [asks, id, mutate]);
  const ask = useCallback(() => { if (id) mutate(id); }, [id, mutate]);
  return {
    ask,
    asking: isPending,
    asked: (now: number) => (isSuccess || isError) && now - submittedAt < ASKED_FOR_MS,
  };
}
