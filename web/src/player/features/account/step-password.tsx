import { useState } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { signIn } from "./api";
import { StepTitle } from "./step-title";
import type { Entering, Step } from "./use-sign-in";

type Props = { step: Extract<Step, { name: "password" }>; enter: Entering; go: (step: Step) => void };

export function PasswordStep({ step, enter, go }: Props) {
  const [identifier, setIdentifier] = useState(step.identifier);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const who = identifier.trim();
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (who && password && !enter.isPending) enter.mutate(() => signIn({ identifier: who, password })); }}>
      <StepTitle title={t("password.title")} />
      <div className="flex flex-col gap-4">
        <Field label={t("signIn.who")} name="username" autoComplete="username" inputMode="email" autoCapitalize="none" value={identifier} onChange={(event) => setIdentifier(event.target.value)} error={tried && !who ? t("signIn.whoMissing") : undefined} />
        <Field
          label={t("password.label")} name="password" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)}
          error={tried && !password ? t("password.missing") : enter.error ? messageOf(enter.error) : undefined}
        />
        <Button type="submit" size="big" full busy={enter.isPending}>{t("password.go")}</Button>
        <div className="flex flex-wrap justify-between gap-2">
          <Button kind="plain" onClick={() => go({ name: "reset", identifier: who })}>{t("password.forgot")}</Button>
          <Button kind="plain" onClick={() => go({ name: "register", identifier: who })}>{t("password.new")}</Button>
        </div>
      </div>
    </form>
  );
}
