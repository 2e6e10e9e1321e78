import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Money } from "@/shared/api/types";

export type PlanProduct = {
  productId: string; kind: "package" | "membership"; name: string; description?: string | null; price: Money; active: boolean; minutes?: number | null; validDays?: number | null;
  periodMonths?: number | null; priceClass?: string | null; benefits: string[];
};
export type NewPlanProduct = {
  kind: "package" | "membership"; name: string; priceMinor: number; minutes?: number; validDays?: number; periodMonths?: number; priceClass?: string; benefits?: string[]; autoRenewable?: boolean;
};

export const productsKey = (clubId: string) => ["plan-products", clubId] as const;
export const productsQuery = (clubId: string) =>
  queryOptions({ queryKey: productsKey(clubId), queryFn: ({ signal }) => api.get<{ items: PlanProduct[] }>(`/clubs/${clubId}/plan-products`, { signal }) });
export const addProduct = (clubId: string, body: NewPlanProduct, idempotencyKey: string) => api.post<PlanProduct>(`/clubs/${clubId}/plan-products`, { body, idempotencyKey });
