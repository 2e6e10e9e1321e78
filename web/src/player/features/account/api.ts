import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { AuthOptions, Me, Page, Session, Tokens, Verified } from "@/shared/api/types";

export const authOptionsQuery = () => queryOptions({ queryKey: ["auth-options"], queryFn: ({ signal }) => api.get<AuthOptions>("/auth/options", { signal }), staleTime: Infinity });

export const sessionsKey = ["sessions"] as const;
export const sessionsQuery = () => queryOptions({ queryKey: sessionsKey, queryFn: ({ signal }) => api.get<Page<Session>>("/me/sessions", { signal }) });

export const sendCode = (identifier: string) => api.post<unknown>("/auth/codes", { body: { identifier } });
export const signIn = (proof: { identifier: string; code: string } | { identifier: string; password: string }) => api.post<Tokens>("/auth/sessions", { body: proof });
export const signInWithGoogle = (credential: string) => api.post<Tokens>("/auth/sessions/google", { body: { credential } });
export const secondFactor = (challenge: string, otp: string) => api.post<Tokens>("/auth/sessions/second-factor", { body: { challenge, otp } });
export const register = (person: { name: string; phone?: string; email?: string; password: string; consent: string }) => api.post<Tokens>("/auth/registrations", { body: person });
export const askReset = (identifier: string) => api.post<unknown>("/auth/password-resets", { body: { identifier } });
export const confirmReset = (reset: { identifier: string; code: string; password: string }) => api.post<Tokens>("/auth/password-resets/confirmation", { body: reset });
export const signOut = () => api.delete<unknown>("/auth/sessions/current");

export const readMe = () => api.get<Me>("/me");
export const changeMe = (change: { name?: string; phone?: string; email?: string; consent?: string }) => api.patch<Me>("/me", { body: change });
export const verify = (identifier: string, code: string) => api.post<Verified>("/me/verifications", { body: { identifier, code } });
export const setPassword = (change: { currentPassword?: string; password: string }) => api.put<unknown>("/me/password", { body: change });
export const endSession = (sessionId: string) => api.delete<unknown>(`/me/sessions/${sessionId}`);
export const startSecondFactor = () => api.post<{ secret: string; otpauthUri: string }>("/me/second-factor", { body: {} });
export const confirmSecondFactor = (otp: string) => api.post<{ recoveryCodes: string[] }>("/me/second-factor/confirmation", { body: { otp } });
export const removeSecondFactor = (otp: string) => api.delete<unknown>("/me/second-factor", { body: { otp } });

/** What a phone or email field means: anything with an @ is an email. */
export const contactOf = (identifier: string) => (identifier.includes("@") ? { email: identifier } : { phone: identifier });
