import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { ClubMethod, Plan, PlanProduct, Receipt, ReceiptCheck, ReceiptDetails, ReceiptListItem, Wallet, WalletEntry } from "./money-types";
import type { Page } from "./types";

const nextCursor = <T>(page: Page<T>) => page.nextCursor ?? null;
const FROM_THE_TOP = null as string | null;

export const walletsKey = ["wallets"] as const;
export const walletsQuery = () => queryOptions({ queryKey: [...walletsKey, "mine"], queryFn: ({ signal }) => api.get<Page<Wallet>>("/me/wallets", { signal }) });

export const walletEntriesQuery = (clubId: string) =>
  infiniteQueryOptions({
    queryKey: [...walletsKey, clubId, "entries"],
    queryFn: ({ signal, pageParam }) => api.get<Page<WalletEntry>>(`/me/wallets/${clubId}/entries`, { signal, query: { cursor: pageParam } }),
    initialPageParam: FROM_THE_TOP, getNextPageParam: nextCursor,
  });

export const clubMethodsQuery = (clubId: string) =>
  queryOptions({ queryKey: ["payment-methods", clubId], queryFn: ({ signal }) => api.get<Page<ClubMethod>>(`/clubs/${clubId}/payment-methods`, { signal }), enabled: clubId !== "" });

export const planProductsQuery = (clubId: string) =>
  queryOptions({ queryKey: ["plan-products", clubId], queryFn: ({ signal }) => api.get<Page<PlanProduct>>(`/clubs/${clubId}/plan-products`, { signal }), enabled: clubId !== "" });

export const plansKey = ["plans"] as const;
export const plansQuery = () => queryOptions({ queryKey: plansKey, queryFn: ({ signal }) => api.get<Page<Plan>>("/me/plans", { signal }) });

export const receiptsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["receipts"],
    queryFn: ({ signal, pageParam }) => api.get<Page<ReceiptListItem>>("/me/receipts", { signal, query: { cursor: pageParam } }),
    initialPageParam: FROM_THE_TOP, getNextPageParam: nextCursor,
  });

export const receiptQuery = (receiptId: string) => queryOptions({ queryKey: ["receipts", receiptId], queryFn: ({ signal }) => api.get<Receipt>(`/receipts/${receiptId}`, { signal }) });
export const receiptCheckQuery = (code: string) =>
  queryOptions({ queryKey: ["receipt-check", code], queryFn: ({ signal }) => api.get<ReceiptCheck>(`/receipt-verifications/${encodeURIComponent(code)}`, { signal }) });

export const receiptDetailsKey = ["receipt-details"] as const;
export const receiptDetailsQuery = () => queryOptions({ queryKey: receiptDetailsKey, queryFn: ({ signal }) => api.get<ReceiptDetails>("/me/receipt-details", { signal }) });
export const saveReceiptDetails = (details: ReceiptDetails) => api.put<ReceiptDetails>("/me/receipt-details", { body: details });
