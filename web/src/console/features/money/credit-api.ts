import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Money } from "@/shared/api/types";

export type Wallet = { playerId: string; balance: Money; items: { at: string; kind: string; text: string; amount: Money; balanceAfter: Money }[]; nextCursor?: string | null };
export type PlayerPlan = { planId: string; name: string; kind: string; status: string; minutesLeft?: number | null; validUntil: string };

// Under the key of all money lists, so that whatever is done there looks again here.
export const walletQuery = (clubId: string, playerId: string) =>
  queryOptions({ queryKey: ["money", clubId, "wallet", playerId], queryFn: ({ signal }) => api.get<Wallet>(`/clubs/${clubId}/players/${playerId}/wallet`, { signal }) });
export const playerPlansQuery = (clubId: string, playerId: string) =>
  queryOptions({ queryKey: ["money", clubId, "plans", playerId], queryFn: ({ signal }) => api.get<{ items: PlayerPlan[] }>(`/clubs/${clubId}/players/${playerId}/plans`, { signal }) });
