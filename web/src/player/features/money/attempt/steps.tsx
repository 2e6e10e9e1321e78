import type { ReactNode } from "react";
import { FilledTick } from "@/shared/ui/filled-tick";

export type Step = { title: string; note?: ReactNode; state: "past" | "now" | "next" };

/** What is done, what is on, what comes: three signs of their own, not three colours. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.title} className={`step step-${step.state}`} aria-current={step.state === "now" ? "step" : undefined}>
          <span className="step-sign" aria-hidden>{step.state === "past" && <FilledTick size={22} />}</span>
          <span className="min-w-0">
            <span className="num block text-heading">{step.title}</span>
            {step.note && <span className="num block text-small text-ink-2">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
