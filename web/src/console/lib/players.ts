import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

export type Customer = { playerId: string; name: string; phone?: string | null; email?: string | null; blocked: boolean; games: number };

export const playersQuery = (clubId: string, search: string) => queryOptions({
  queryKey: ["players", clubId, search],
  queryFn: ({ signal }) => api.get<{ items: Customer[] }>(`/clubs/${clubId}/players`, { query: { search }, signal }),
});
