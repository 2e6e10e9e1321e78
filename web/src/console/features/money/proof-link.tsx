import { useMutation } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../i18n/en";

/** The player's picture of the transfer, saved as a file: it is never opened in this page. It is no evidence that money came. */
export function ProofLink({ clubId, paymentId }: { clubId: string; paymentId: string }) {
  const toast = useToast();
  const save = useMutation({
    mutationFn: async () => {
      const picture = await api.blob(`/clubs/${clubId}/transfers/${paymentId}/proof`);
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(picture), download: `transfer-${paymentId}` });
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: (error) => toast({ text: messageOf(error) }),
  });
  return <Button kind="plain" size="small" busy={save.isPending} onClick={() => save.mutate()}>{t("money.transfers.proof")}</Button>;
}
