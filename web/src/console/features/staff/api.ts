import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { Role } from "@/shared/api/types";

export type StaffMember = { userId: string; name: string; phone?: string | null; email?: string | null; role: Role };

export const staffKey = (clubId: string) => ["staff", clubId] as const;
export const staffQuery = (clubId: string) => queryOptions({ queryKey: staffKey(clubId), queryFn: ({ signal }) => api.get<{ items: StaffMember[] }>(`/clubs/${clubId}/staff`, { signal }) });

export type NewMember = { identifier: string; role: Role };
export const addMember = (clubId: string, body: NewMember, idempotencyKey: string) => api.post<StaffMember>(`/clubs/${clubId}/staff`, { body, idempotencyKey });
export const removeMember = (clubId: string, userId: string) => api.delete<unknown>(`/clubs/${clubId}/staff/${userId}`);
