import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "@/player/i18n/en";
import { meKey, useMe } from "@/shared/api/me";
import { renewToken } from "@/shared/api/session";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { changeMe } from "./api";
import { Consent } from "./consent";
import { StepTitle } from "./step-title";
import { fieldError } from "./step-who";

/** The two things a new player is asked. */
export function AboutStep({ consentVersion, onDone }: { consentVersion: string | undefined; onDone: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const [name, setName] = useState(me?.name ?? "");
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const changed = await changeMe({ name: name.trim(), consent: consentVersion ?? "" });
      // The first booking follows at once, and takes the name from the token.
      await renewToken();
      return changed;
    },
    onSuccess: (changed) => {
      client.setQueryData(meKey, changed);
      onDone();
    },
  });
  const nameError = tried && !name.trim() ? t("about.nameMissing") : save.error ? fieldError(save.error, "name") : undefined;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (name.trim() && agreed && consentVersion && !save.isPending) save.mutate(); }}>
      <StepTitle title={t("about.title")}>{t("about.intro")}</StepTitle>
      <div className="flex flex-col gap-4">
        <Field label={t("about.name")} name="name" autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} error={nameError} />
        <Consent checked={agreed} onChange={setAgreed} error={tried && !agreed ? t("consent.missing") : undefined} />
        <Button type="submit" size="big" full busy={save.isPending}>{t("about.go")}</Button>
      </div>
    </form>
  );
}
