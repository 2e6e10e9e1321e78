import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { meKey } from "@/shared/api/me";
import { renewToken } from "@/shared/api/session";
import type { Me } from "@/shared/api/types";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { changeMe } from "./api";
import { Row, Section } from "./section";
import { fieldError } from "./step-who";

export function NameForm({ me }: { me: Me }) {
  const client = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const save = useMutation({ mutationFn: (next: string) => changeMe({ name: next }), onSuccess: (changed) => { client.setQueryData(meKey, changed); setName(null); void renewToken(); } });
  if (name === null) return <Section title={t("you.about")}><Row label={t("about.name")} value={me.name} side={<Button kind="plain" onClick={() => setName(me.name)}>{t("you.change")}</Button>} /></Section>;
  return (
    <Section title={t("you.about")}>
      <form className="flex flex-col gap-3 p-4" onSubmit={(event) => { event.preventDefault(); if (name.trim()) save.mutate(name.trim()); }}>
        <Field label={t("about.name")} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} error={save.error ? fieldError(save.error, "name") : undefined} />
        <div className="flex gap-2"><Button type="submit" busy={save.isPending} disabled={!name.trim()}>{t("you.save")}</Button><Button kind="line" onClick={() => setName(null)}>{t("you.cancel")}</Button></div>
      </form>
    </Section>
  );
}
