import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

export type CredentialField = { name: string; label: string; secret: boolean; required: boolean; set: boolean };
export type Gateway = { gateway: string; label: string; methods: string[]; needsForeignEntity: boolean; enabled: boolean; fields: CredentialField[]; changedAt?: string | null };
export type PossibleMethod = { method: string; gateway?: string | null; ready: boolean; missing?: string | null };
export type Bank = { title: string; iban: string; bank: string };
export type Tax = { label: string; percent: number; number?: string | null };
export type MoneySettings = {
  methods: string[]; possibleMethods: PossibleMethod[]; bank?: Bank | null; tax?: Tax | null; refundApprovalAboveMinor: number;
  currency: string; receiptPrefix: string; legalName?: string | null; version: number;
};
export type MoneySettingsForm = Pick<MoneySettings, "methods" | "refundApprovalAboveMinor" | "bank" | "tax" | "receiptPrefix" | "legalName">;
export type PaymentPolicy = { holdMinutes: number; transferHoldMinutes: number; transferCutoffMinutes: number; depositPercent: number };

const keyOf = (clubId: string) => ["money-settings", clubId] as const;

export const gatewaysQuery = (clubId: string) =>
  queryOptions({ queryKey: [...keyOf(clubId), "gateways"], queryFn: ({ signal }) => api.get<{ items: Gateway[] }>(`/clubs/${clubId}/gateways`, { signal }) });
export const settingsQuery = (clubId: string) =>
  queryOptions({ queryKey: [...keyOf(clubId), "settings"], queryFn: ({ signal }) => api.get<MoneySettings>(`/clubs/${clubId}/money-settings`, { signal }) });
export const policyQuery = (clubId: string) =>
  queryOptions({ queryKey: [...keyOf(clubId), "policy"], queryFn: ({ signal }) => api.get<PaymentPolicy>(`/clubs/${clubId}/payment-policy`, { signal }) });

/** Only what was typed is sent: what is kept secret comes back as "set" and nothing more. */
export const changeGateway = (clubId: string, gateway: string, body: { enabled: boolean; credentials?: Record<string, string> }) =>
  api.put<Gateway>(`/clubs/${clubId}/gateways/${gateway}`, { body });
export const changeSettings = (clubId: string, body: MoneySettingsForm) => api.put<MoneySettings>(`/clubs/${clubId}/money-settings`, { body });
export const changePolicy = (clubId: string, body: PaymentPolicy) => api.put<PaymentPolicy>(`/clubs/${clubId}/payment-policy`, { body });

/** A gateway switched on makes methods possible, and the other way round. */
export const settingsTouched = (client: QueryClient, clubId: string) => client.invalidateQueries({ queryKey: keyOf(clubId) });
