import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { ApiError, messageOf } from "@/shared/api/errors";
import { meKey } from "@/shared/api/me";
import type { Me } from "@/shared/api/types";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { setPassword } from "./api";
import { Row, Section } from "./section";

export function PasswordForm({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("you.password")}>
      {open ? <ChangePassword me={me} onClose={() => setOpen(false)} /> : <Row label={t("password.label")} value={t(me.hasPassword ? "password.isSet" : "password.isNot")} side={<Button kind="plain" onClick={() => setOpen(true)}>{t(me.hasPassword ? "you.change" : "password.set")}</Button>} />}
    </Section>
  );
}

function ChangePassword({ me, onClose }: { me: Me; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const save = useMutation({
    mutationFn: () => setPassword({ ...(me.hasPassword ? { currentPassword: current } : {}), password: next }),
    onSuccess: () => { void client.invalidateQueries({ queryKey: meKey }); toast({ text: t("password.saved") }); onClose(); },
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  return (
    <form className="flex flex-col gap-3 p-4" noValidate onSubmit={(event) => { event.preventDefault(); if (next && (current || !me.hasPassword)) save.mutate(); }}>
      <input type="text" name="username" autoComplete="username" value={me.email ?? me.phone ?? ""} readOnly hidden />
      {me.hasPassword && <Field label={t("password.current")} type="password" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} error={errors.currentPassword?.[0]} />}
      <Field label={t("reset.newPassword")} type="password" autoComplete="new-password" hint={t("password.hint")} value={next} onChange={(event) => setNext(event.target.value)} error={errors.password?.[0]} />
      {save.error && Object.keys(errors).length === 0 && <p className="field-error" role="alert">{messageOf(save.error)}</p>}
      <div className="flex gap-2"><Button type="submit" busy={save.isPending} disabled={!next || (me.hasPassword && !current)}>{t("you.save")}</Button><Button kind="line" onClick={onClose}>{t("you.cancel")}</Button></div>
    </form>
  );
}
