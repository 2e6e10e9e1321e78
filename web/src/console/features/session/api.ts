import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { AuthOptions, Tokens } from "@/shared/api/types";

export const authOptionsQuery = () => queryOptions({ queryKey: ["auth-options"], queryFn: ({ signal }) => api.get<AuthOptions>("/auth/options", { signal }), staleTime: Infinity });

export type SignIn = { identifier: string; password: string } | { identifier: string; code: string };
export const signIn = (body: SignIn) => api.post<Tokens>("/auth/sessions", { body });
export const sendCode = (identifier: string) => api.post<unknown>("/auth/codes", { body: { identifier } });
export const secondFactor = (challenge: string, otp: string) => api.post<Tokens>("/auth/sessions/second-factor", { body: { challenge, otp } });
