import { api } from "@/shared/api/client";
import { signedOut } from "@/shared/api/session";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@/shared/ui/button";
import { t } from "../i18n/en";

/** Signed out here in any case: on a shared machine that is what counts. The service ends the session when it hears of it, or it runs out. */
export function SignOutButton() {
  const leave = useMutation({ mutationFn: () => api.delete<unknown>("/auth/sessions/current"), onSettled: signedOut });
  return <Button kind="danger" busy={leave.isPending} onClick={() => leave.mutate()}>{t("you.signOut")}</Button>;
}
