import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, messageOf } from "@/shared/api/errors";
import type { Role } from "@/shared/api/types";
import { useIntentKey } from "@/shared/lib/idempotency";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../i18n/en";
import { SelectField } from "../../ui/select-field";
import { addMember, staffKey } from "./api";

export function AddMember({ clubId, roles }: { clubId: string; roles: readonly Role[] }) {
  const client = useQueryClient();
  const toast = useToast();
  const key = useIntentKey();
  const [identifier, setIdentifier] = useState("");
  const [role, setRole] = useState<Role>("desk");
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => {
      const body = { identifier: identifier.trim(), role };
      return addMember(clubId, body, key(JSON.stringify(body)));
    },
    onSuccess: () => {
      toast({ text: t("staff.added", { identifier: identifier.trim() }) });
      setIdentifier("");
      setTried(false);
      void client.invalidateQueries({ queryKey: staffKey(clubId) });
    },
  });
  const fields = add.error instanceof ApiError ? add.error.errors : {};
  const submit = () => {
    setTried(true);
    if (identifier.trim() && !add.isPending) add.mutate();
  };
  return (
    <form className="card page-card page-form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h2 className="text-heading">{t("staff.add")}</h2>
      <Field
        compact label={t("staff.identifier")} hint={t("staff.identifierHint")} value={identifier} maxLength={254} autoComplete="off"
        error={tried && !identifier.trim() ? t("staff.identifierNeeded") : fields.identifier?.[0]} onChange={(event) => { setIdentifier(event.target.value); add.reset(); }}
      />
      <SelectField label={t("staff.role")} value={role} options={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))} error={fields.role?.[0]} onChange={(next) => setRole(next as Role)} />
      {add.error && Object.keys(fields).length === 0 && <p className="field-error" role="alert">{messageOf(add.error)}</p>}
      <Button type="submit" busy={add.isPending}>{t("staff.addSubmit")}</Button>
    </form>
  );
}
