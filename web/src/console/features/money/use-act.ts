import { useMutation, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/shared/api/errors";
import { useIntentKey } from "@/shared/lib/idempotency";
import { useToast } from "@/shared/ui/toast";
import { act, moneyChanged } from "./api";

type Deed = { path: string; body: object; done: string };

/** A press of a button in one of the lists: done once, told, and the lists look again. A refusal is told too. */
export function useAct(clubId: string) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  return useMutation({
    mutationFn: ({ path, body }: Deed) => act(clubId, path, body, key(path + JSON.stringify(body))),
    onSuccess: (_, { done }) => toast({ text: done }),
    onError: (error) => toast({ text: messageOf(error) }),
    onSettled: () => void moneyChanged(client, clubId),
  });
}
