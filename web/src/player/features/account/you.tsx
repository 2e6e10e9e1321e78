import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/player/i18n/en";
import { messageOf } from "@/shared/api/errors";
import { meQuery } from "@/shared/api/me";
import { signedOut } from "@/shared/api/session";
import { formatPhone } from "@/shared/lib/phone";
import { initials } from "@/shared/lib/initials";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { signOut } from "./api";
import { Contacts } from "./contacts";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";
import { SecondFactor } from "./second-factor";
import { Sessions } from "./sessions";

/** `money` is what the money feature has to say of the same person. */
export function You({ money }: { money: ReactNode }) {
  const query = useQuery(meQuery());
  return (
    <QueryView query={query} failure={t("you.failed")} skeleton={<div className="flex flex-col gap-4"><Bone className="h-20" /><Bone className="h-40" /><Bone className="h-40" /></div>}>
      {(me) => (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2 lg:gap-x-10">
          <div className="flex items-center gap-3 lg:col-span-2"><span className="avatar h-12 w-12 bg-accent-soft text-heading text-accent-text" aria-hidden>{initials(me.name || "?")}</span><div className="min-w-0"><p className="truncate text-heading text-ink-1">{me.name}</p><p className="num truncate text-small text-ink-2">{me.phone ? formatPhone(me.phone) : me.email}</p></div></div>
          <div className="flex flex-col gap-6">{money}</div>
          <div className="flex flex-col gap-6"><NameForm me={me} /><Contacts me={me} /><PasswordForm me={me} /><SecondFactor me={me} /><Sessions /><SignOut /></div>
        </div>
      )}
    </QueryView>
  );
}

function SignOut() {
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      signedOut();
      client.clear();
    },
  });
  return (
    <div>
      <Button kind="line" full busy={leave.isPending} icon={<LogOut size={19} aria-hidden className="mirror" />} onClick={() => leave.mutate()}>{t("you.signOut")}</Button>
      {leave.error && <p className="field-error pt-2" role="alert">{messageOf(leave.error)}</p>}
    </div>
  );
}
