import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client";
import { useSignedIn } from "./session";
import type { Me } from "./types";

export const meKey = ["me"] as const;

export const meQuery = () => queryOptions({ queryKey: meKey, queryFn: ({ signal }) => api.get<Me>("/me", { signal }), staleTime: 5 * 60_000 });

/** The signed-in person; undefined for visitors and while it loads. */
export function useMe(): Me | undefined {
  const signedIn = useSignedIn();
  const query = useQuery({ ...meQuery(), enabled: signedIn });
  return signedIn ? query.data : undefined;
}
