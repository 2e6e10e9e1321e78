import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { meKey } from "@/shared/api/me";
import { signedIn } from "@/shared/api/session";
import type { Me } from "@/shared/api/types";
import { formatPhone } from "@/shared/lib/phone";
import { Button } from "@/shared/ui/button";
import { CodeInput } from "@/shared/ui/code-input";
import { FilledTick } from "@/shared/ui/filled-tick";
import { Field } from "@/shared/ui/field";
import { ResendCode } from "@/shared/ui/resend-code";
import { Tag } from "@/shared/ui/tag";
import { changeMe, sendCode, verify } from "./api";
import { Row, Section } from "./section";
import { fieldError } from "./step-who";

/** Phone and email, each with its proof. */
export function Contacts({ me }: { me: Me }) {
  return (
    <Section title={t("you.contacts")}>
      <Contact kind="phone" value={me.phone ?? undefined} verified={me.phoneVerified} />
      <Contact kind="email" value={me.email ?? undefined} verified={me.emailVerified} />
    </Section>
  );
}

type Kind = "phone" | "email";

function Contact({ kind, value, verified }: { kind: Kind; value: string | undefined; verified: boolean }) {
  const [mode, setMode] = useState<"shown" | "edited" | "proved">("shown");
  if (mode === "edited") return <EditContact kind={kind} value={value ?? ""} onSaved={() => setMode("proved")} onCancel={() => setMode("shown")} />;
  if (mode === "proved" && value && !verified) return <ProveContact value={value} onLater={() => setMode("shown")} />;
  const change = <Button kind="plain" onClick={() => setMode("edited")}>{t(value ? "you.change" : "you.add")}</Button>;
  if (!value) return <Row label={t(`contact.${kind}`)} value={t("contact.none")} side={change} />;
  return (
    <Row
      label={t(`contact.${kind}`)} value={formatPhone(value)}
      side={<span className="flex items-center gap-1">{verified ? <Tag tone="ok" icon={<FilledTick />}>{t("contact.verified")}</Tag> : <Button kind="quiet" onClick={() => setMode("proved")}>{t("contact.verify")}</Button>}{change}</span>}
    />
  );
}

function EditContact({ kind, value, onSaved, onCancel }: { kind: Kind; value: string; onSaved: () => void; onCancel: () => void }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(value);
  const save = useMutation({ mutationFn: () => changeMe({ [kind]: typed.trim() }), onSuccess: (changed) => { client.setQueryData(meKey, changed); onSaved(); } });
  return (
    <form className="flex flex-col gap-3 p-4" onSubmit={(event) => { event.preventDefault(); if (typed.trim()) save.mutate(); }}>
      <Field
        label={t(`contact.${kind}`)} autoComplete={kind === "phone" ? "tel" : "email"} inputMode={kind === "phone" ? "tel" : "email"} hint={t("contact.codeNote")}
        value={typed} onChange={(event) => setTyped(event.target.value)} error={save.error ? fieldError(save.error, kind) : undefined}
      />
      <div className="flex gap-2"><Button type="submit" busy={save.isPending} disabled={!typed.trim()}>{t("you.save")}</Button><Button kind="line" onClick={onCancel}>{t("you.cancel")}</Button></div>
    </form>
  );
}

function ProveContact({ value, onLater }: { value: string; onLater: () => void }) {
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [shownAt] = useState(() => new Date(0).toISOString());
  const prove = useMutation({
    mutationFn: (digits: string) => verify(value, digits),
    onSuccess: (proven) => { signedIn(proven); client.setQueryData(meKey, proven.me); },
    onError: () => setCode(""),
  });
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-body text-ink-2">{t("code.sentTo")} <b className="num font-semibold text-ink-1">{formatPhone(value)}</b>.</p>
      <CodeInput value={code} onChange={setCode} onComplete={(digits) => prove.mutate(digits)} disabled={prove.isPending} error={prove.error ? messageOf(prove.error) : undefined} />
      <ResendCode sentAt={shownAt} send={() => sendCode(value)} />
      <div><Button kind="line" onClick={onLater}>{t("contact.later")}</Button></div>
    </div>
  );
}
