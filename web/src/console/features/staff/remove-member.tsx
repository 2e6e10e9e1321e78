import { useMutation, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/shared/api/errors";
import { Button } from "@/shared/ui/button";
import { Sheet } from "@/shared/ui/sheet";
import { useToast } from "@/shared/ui/toast";
import { t } from "../../i18n/en";
import { removeMember, staffKey, type StaffMember } from "./api";

export function RemoveMember({ clubId, member, onClose }: { clubId: string; member: StaffMember; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => removeMember(clubId, member.userId),
    onSuccess: () => {
      toast({ text: t("staff.removed", { name: member.name }) });
      void client.invalidateQueries({ queryKey: staffKey(clubId) });
      onClose();
    },
  });
  return (
    <Sheet
      role="alertdialog" title={t("staff.removeTitle", { name: member.name })} onClose={onClose}
      foot={<div className="flex justify-end gap-2"><Button kind="line" onClick={onClose}>{t("staff.keep")}</Button><Button kind="danger-fill" busy={remove.isPending} onClick={() => remove.mutate()}>{t("staff.removeSure")}</Button></div>}
    >
      <p className="text-body text-ink-2">{t("staff.removeBody")}</p>
      {remove.error && <p className="field-error mt-3" role="alert">{messageOf(remove.error)}</p>}
    </Sheet>
  );
}
