import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Money } from "@/shared/api/types";

export type List<T> = { items: T[]; nextCursor?: string | null };
export type MoneyTask = { taskId: string; kind: string; subjectType: string; subjectId: string; text: string; createdAt: string };
export type Refund = {
  refundId: string; bookingId?: string | null; method?: string | null; gateway?: string | null; amount: Money; destination: string; status: string; reason: string;
  reference: string; failure?: { code: string; text: string } | null; createdAt: string; doneAt?: string | null; playerId?: string | null;
};
export type Transfer = {
  paymentId: string; reference: string; purpose: string; status: string; amount: Money; asked?: Money | null; bookingReference?: string | null; customerName?: string | null;
  customerPhone?: string | null; createdAt: string; expiresAt?: string | null; proofAt?: string | null; proposal?: { amount: Money; proposedByName: string } | null;
};
export type BankLine = {
  lineId: string; bookedOn: string; amount: Money; text: string; sender?: string | null; state: string;
  suggestions: { paymentId: string; reference: string; amount: Money; customerName?: string | null; why: string }[];
};
export type StatementReport = { credits: number; new: number; debits: number; matched: number; needSecondPerson: number; open: number; unreadable: { line: number; reason: string }[] };

const keyOf = (clubId: string) => ["money", clubId] as const;

export const tasksQuery = (clubId: string) => list<MoneyTask>(clubId, "money-tasks");
export const refundsQuery = (clubId: string) => list<Refund>(clubId, "refunds");
export const transfersQuery = (clubId: string) => list<Transfer>(clubId, "transfers", { state: "waiting" });
export const bankLinesQuery = (clubId: string) => list<BankLine>(clubId, "bank-lines", { unmatched: true });

function list<T>(clubId: string, path: string, query?: Record<string, string | boolean>) {
  return queryOptions({ queryKey: [...keyOf(clubId), path], queryFn: ({ signal }) => api.get<List<T>>(`/clubs/${clubId}/${path}`, { signal, ...(query && { query }) }) });
}

/** One of the things staff do about money; the path says which. */
export const act = (clubId: string, path: string, body: object, idempotencyKey: string) => api.post<unknown>(`/clubs/${clubId}/${path}`, { body, idempotencyKey });

export function uploadStatement(clubId: string, file: File, idempotencyKey: string): Promise<StatementReport> {
  const body = new FormData();
  body.append("statement", file);
  return api.post<StatementReport>(`/clubs/${clubId}/bank-statements`, { body, idempotencyKey });
}

export const moneyChanged = (client: QueryClient, clubId: string) => client.invalidateQueries({ queryKey: keyOf(clubId) });
