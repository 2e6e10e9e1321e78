import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Money } from "@/shared/api/types";

export type Statement = {
  date: string; from: string; to: string; earned: Money; fees: Money; tax: Money; walletTopUps: Money;
  received: { method: string; gateway?: string | null; purpose: string; count: number; amount: Money }[];
  refunded: { destination: string; method: string; count: number; amount: Money }[];
  accounts: { account: string; opening: Money; in: Money; out: Money; closing: Money }[];
};

export const statementQuery = (clubId: string, date: string) =>
  queryOptions({ queryKey: ["money", clubId, "statement", date], queryFn: ({ signal }) => api.get<Statement>(`/clubs/${clubId}/statements/${date}`, { signal }), enabled: date !== "" });
