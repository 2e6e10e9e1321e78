import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { hasCode } from "@/shared/api/errors";
import { meKey } from "@/shared/api/me";
import { signedIn } from "@/shared/api/session";
import type { Tokens } from "@/shared/api/types";
import { readMe } from "./api";

export type Step =
  | { name: "who" }
  | { name: "code"; identifier: string; sentAt: string }
  | { name: "password"; identifier: string }
  | { name: "register"; identifier: string }
  | { name: "reset"; identifier: string }
  | { name: "second-factor"; challenge: string }
  | { name: "about" };

/** The steps of signing in; every proof ends in `enter`. */
export function useSignIn(onDone: () => void) {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: "who" });

  const enter = useMutation({
    mutationFn: async (proof: () => Promise<Tokens>) => {
      signedIn(await proof());
      const me = await readMe();
      client.setQueryData(meKey, me);
      return me;
    },
    onSuccess: (me) => (me.name && me.consentVersion ? onDone() : setStep({ name: "about" })),
    onError: (error) => {
      const challenge = hasCode(error, "identity.second_factor_needed") ? error.body.challenge : undefined;
      if (typeof challenge !== "string") return;
      enter.reset();
      setStep({ name: "second-factor", challenge });
    },
  });
  const go = (next: Step) => {
    enter.reset();
    setStep(next);
  };
  return { step, go, enter };
}

export type Entering = ReturnType<typeof useSignIn>["enter"];
