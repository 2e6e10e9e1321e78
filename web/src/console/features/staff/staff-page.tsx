import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Me, Role } from "@/shared/api/types";
import { Button } from "@/shared/ui/button";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Empty } from "@/shared/ui/states";
import { Tag } from "@/shared/ui/tag";
import { clock } from "@/shared/lib/club-time";
import { t } from "../../i18n/en";
import { sayPhone } from "../../lib/phone";
import { AddMember } from "./add-member";
import { staffQuery, type StaffMember } from "./api";
import { RemoveMember } from "./remove-member";

type Props = { clubId: string; timeZone: string; role: Role; me: Me };

/** Who works here. A manager looks after the desk; owners and managers are the owner's to choose. */
export function StaffPage({ clubId, timeZone, role, me }: Props) {
  const query = useQuery(staffQuery(clubId));
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  return (
    <div className="page-columns">
      <section className="card page-card" aria-label={t("staff.title")}>
        <QueryView query={query} failure={t("staff.failed")} skeleton={<Bone className="m-4 h-40" />} at={(instant) => clock(instant, timeZone)}>
          {({ items }) => items.length === 0
            ? <Empty title={t("staff.empty.title")}>{t("staff.empty.body")}</Empty>
            : (
              <table className="table">
                <thead><tr><th scope="col">{t("staff.name")}</th><th scope="col">{t("staff.contact")}</th><th scope="col">{t("staff.role")}</th><th scope="col"><span className="visually-hidden">{t("staff.remove")}</span></th></tr></thead>
                <tbody>
                  {items.map((member) => (
                    <tr key={member.userId}>
                      <td className="text-label">{member.name} {member.userId === me.userId && <Tag>{t("staff.you")}</Tag>}</td>
                      <td className="num">{[member.phone && sayPhone(member.phone), member.email].filter(Boolean).join(", ")}</td>
                      <td>{t(`role.${member.role}`)}</td>
                      <td className="text-end">{mayChange(role, member.role) && <Button kind="danger" size="small" aria-label={t("staff.removeOf", { name: member.name })} onClick={() => setLeaving(member)}>{t("staff.remove")}</Button>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
        </QueryView>
      </section>
      <AddMember clubId={clubId} roles={role === "owner" ? ["desk", "manager", "owner"] : ["desk"]} />
      {leaving && <RemoveMember clubId={clubId} member={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

const mayChange = (mine: Role, theirs: Role) => mine === "owner" || (mine === "manager" && theirs === "desk");
