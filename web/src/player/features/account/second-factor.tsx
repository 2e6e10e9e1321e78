import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { meKey } from "@/shared/api/me";
import type { Me } from "@/shared/api/types";
import { Button, buttonClass } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from "./api";
import { Row, Section } from "./section";

/** A second proof at sign-in, from an authenticator app. */
export function SecondFactor({ me }: { me: Me }) {
  const [removing, setRemoving] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const start = useMutation({ mutationFn: startSecondFactor });
  if (codes) return <Section title={t("factor.section")}><RecoveryCodes codes={codes} onDone={() => setCodes(null)} /></Section>;
  return (
    <Section title={t("factor.section")}>
      <Row
        label={t("factor.label")} value={t(me.secondFactor ? "factor.on" : "factor.off")}
        side={me.secondFactor
          ? <Button kind="plain" onClick={() => setRemoving(!removing)}>{t("factor.remove")}</Button>
          : <Button kind="plain" busy={start.isPending} onClick={() => start.mutate()}>{t("factor.setUp")}</Button>}
      />
      {start.error && <p className="field-error p-4" role="alert">{messageOf(start.error)}</p>}
      {!me.secondFactor && start.data && <Enrol secret={start.data.secret} uri={start.data.otpauthUri} onDone={setCodes} />}
      {me.secondFactor && removing && <Remove />}
    </Section>
  );
}

function Enrol({ secret, uri, onDone }: { secret: string; uri: string; onDone: (codes: string[]) => void }) {
  const client = useQueryClient();
  const [otp, setOtp] = useState("");
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: ({ recoveryCodes }) => { void client.invalidateQueries({ queryKey: meKey }); onDone(recoveryCodes); },
    onError: () => setOtp(""),
  });
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-body text-ink-2">{t("factor.enrol")}</p>
      <p className="num rounded-control bg-surface-2 p-3 font-mono text-body break-all text-ink-1">{secret}</p>
      <a className={buttonClass("line")} href={uri}>{t("factor.openApp")}</a>
      <CodeInput value={otp} onChange={setOtp} onComplete={(digits) => confirm.mutate(digits)} disabled={confirm.isPending} error={confirm.error ? messageOf(confirm.error) : undefined} />
    </div>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-body text-ink-2">{t("factor.codes")}</p>
      <ul className="num grid grid-cols-2 gap-2 rounded-control bg-surface-2 p-3 font-mono text-body text-ink-1">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <div><Button onClick={onDone}>{t("factor.kept")}</Button></div>
    </div>
  );
}

function Remove() {
  const client = useQueryClient();
  const [otp, setOtp] = useState("");
  const remove = useMutation({ mutationFn: removeSecondFactor, onSuccess: () => client.invalidateQueries({ queryKey: meKey }), onError: () => setOtp("") });
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-body text-ink-2">{t("factor.removeIntro")}</p>
      <CodeInput value={otp} onChange={setOtp} onComplete={(digits) => remove.mutate(digits)} disabled={remove.isPending} error={remove.error ? messageOf(remove.error) : undefined} />
    </div>
  );
}
