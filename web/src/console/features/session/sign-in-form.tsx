import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, hasCode, messageOf } from "@/shared/api/errors";
import { signedIn } from "@/shared/api/session";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Segmented } from "@/shared/ui/segmented";
import { t } from "../../i18n/en";
import { sendCode, signIn, type SignIn } from "./api";
import { CodeStep } from "./code-step";
import { SecondFactorStep } from "./second-factor-step";

type Step = { kind: "who" } | { kind: "code" } | { kind: "second"; challenge: string };

/** Who, then a password or a code, then the second factor where the account has one. */
export function SignInForm() {
  const [step, setStep] = useState<Step>({ kind: "who" });
  const [identifier, setIdentifier] = useState("");
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: signedIn,
    onError: (error) => {
      if (hasCode(error, "identity.second_factor_needed") && typeof error.body.challenge === "string") setStep({ kind: "second", challenge: error.body.challenge });
    },
  });
  const error = enter.error && !hasCode(enter.error, "identity.second_factor_needed") ? enter.error : null;

  if (step.kind === "second") return <SecondFactorStep challenge={step.challenge} onBack={() => { enter.reset(); setStep({ kind: "who" }); }} />;
  if (step.kind === "code") {
    return (
      <CodeStep
        identifier={identifier} busy={enter.isPending} error={error ? messageOf(error) : undefined} onCode={(code) => enter.mutate({ identifier, code })}
        onBack={() => { enter.reset(); setStep({ kind: "who" }); }}
      />
    );
  }
  return <WhoStep identifier={identifier} onIdentifier={setIdentifier} busy={enter.isPending} error={error} onEnter={enter.mutate} onCodeSent={() => { enter.reset(); setStep({ kind: "code" }); }} />;
}

type WhoProps = { identifier: string; onIdentifier: (text: string) => void; busy: boolean; error: Error | null; onEnter: (body: SignIn) => void; onCodeSent: () => void };

function WhoStep({ identifier, onIdentifier, busy, error, onEnter, onCodeSent }: WhoProps) {
  const [way, setWay] = useState<"password" | "code">("password");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const send = useMutation({ mutationFn: () => sendCode(identifier.trim()), onSuccess: onCodeSent });
  const failed = way === "password" ? error : send.error;
  const fields = failed instanceof ApiError ? failed.errors : {};
  const submit = () => {
    setTried(true);
    if (!identifier.trim() || busy || send.isPending) return;
    if (way === "code") send.mutate();
    else if (password) onEnter({ identifier: identifier.trim(), password });
  };
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Field
        label={t("signIn.identifier")} name="username" autoComplete="username" value={identifier} maxLength={254} autoCapitalize="none" spellCheck={false}
        error={tried && !identifier.trim() ? t("signIn.identifierNeeded") : fields.identifier?.[0]} onChange={(event) => onIdentifier(event.target.value)}
      />
      <Segmented legend={t("signIn.how")} name="way" value={way} options={[{ value: "password", label: t("signIn.withPassword") }, { value: "code", label: t("signIn.withCode") }]} onChange={setWay} />
      {way === "password" && (
        <Field
          label={t("signIn.password")} type="password" name="password" autoComplete="current-password" value={password} maxLength={200}
          error={tried && !password ? t("signIn.passwordNeeded") : fields.password?.[0]} onChange={(event) => setPassword(event.target.value)}
        />
      )}
      {failed && Object.keys(fields).length === 0 && <p className="field-error" role="alert">{messageOf(failed)}</p>}
      <Button type="submit" size="big" full busy={busy || send.isPending}>{t(way === "password" ? "signIn.submit" : "signIn.sendCode")}</Button>
    </form>
  );
}
