import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, X } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/player/i18n/en";
import { IconButton } from "@/shared/ui/button";
import { authOptionsQuery } from "./api";
import { AboutStep } from "./step-about";
import { CodeStep } from "./step-code";
import { PasswordStep } from "./step-password";
import { RegisterStep } from "./step-register";
import { ResetStep } from "./step-reset";
import { SecondFactorStep } from "./step-second-factor";
import { WhoStep } from "./step-who";
import { useSignIn, type Step } from "./use-sign-in";

/** Sign up and sign in are one way: a phone or email, and a proof of it. */
export function SignIn({ chosen, onDone, onLeave }: { chosen: ReactNode; onDone: () => void; onLeave: () => void }) {
  const { step, go, enter } = useSignIn(onDone);
  const options = useQuery(authOptionsQuery()).data;
  const first = step.name === "who";
  return (
    <>
      <header className="flex items-center justify-between pb-1">
        {step.name === "about" ? <span className="h-11" /> : (
          <IconButton
            className="-ms-3" label={t(first ? "signIn.leave" : "signIn.back")} icon={first ? <X size={22} aria-hidden /> : <ArrowLeft size={22} aria-hidden className="mirror" />}
            onClick={() => (first ? onLeave() : go({ name: "who" }))}
          />
        )}
        <p className="num text-label text-ink-3">{t("signIn.step", { now: stepNumber(step), all: step.name === "about" ? 3 : 2 })}</p>
      </header>
      {chosen}
      <div className="pt-7">
        {step.name === "who" && <WhoStep go={go} enter={enter} googleClientId={options?.googleClientId ?? undefined} />}
        {step.name === "code" && <CodeStep step={step} enter={enter} waitSeconds={options?.codeResendSeconds} go={go} />}
        {step.name === "password" && <PasswordStep step={step} enter={enter} go={go} />}
        {step.name === "register" && <RegisterStep step={step} enter={enter} consentVersion={options?.consentVersion} go={go} />}
        {step.name === "reset" && <ResetStep step={step} enter={enter} waitSeconds={options?.codeResendSeconds} />}
        {step.name === "second-factor" && <SecondFactorStep challenge={step.challenge} enter={enter} />}
        {step.name === "about" && <AboutStep consentVersion={options?.consentVersion} onDone={onDone} />}
      </div>
    </>
  );
}

const stepNumber = (step: Step) => (step.name === "who" ? 1 : step.name === "about" ? 3 : 2);
