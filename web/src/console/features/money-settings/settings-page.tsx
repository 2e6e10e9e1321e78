import { useQuery } from "@tanstack/react-query";
import { clock } from "@/shared/lib/club-time";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { t } from "../../i18n/en";
import { gatewaysQuery, policyQuery, settingsQuery } from "./api";
import { GatewayCard } from "./gateway-card";
import { PolicyForm } from "./policy-form";
import { SettingsForm } from "./settings-form";

/** How the club takes money. Saved part by part; each part says what it changes. */
export function MoneySettingsPage({ clubId, timeZone }: { clubId: string; timeZone: string }) {
  const settings = useQuery(settingsQuery(clubId));
  const policy = useQuery(policyQuery(clubId));
  const gateways = useQuery(gatewaysQuery(clubId));
  const at = (instant: number) => clock(instant, timeZone);
  const bones = <Bone className="m-4 h-40" />;
  return (
    <div className="page-stack">
      <QueryView query={settings} failure={t("money.settings.failed")} skeleton={bones} at={at}>
        {(data) => <SettingsForm key={data.version} clubId={clubId} settings={data} />}
      </QueryView>
      <QueryView query={policy} failure={t("money.policy.failed")} skeleton={bones} at={at}>
        {(data) => <PolicyForm key={JSON.stringify(data)} clubId={clubId} policy={data} />}
      </QueryView>
      <section aria-labelledby="gateways-title" className="page-stack">
        <h2 id="gateways-title" className="text-heading">{t("money.gateways")}</h2>
        <p className="page-lead">{t("money.gateways.lead")}</p>
        <QueryView query={gateways} failure={t("money.gateways.failed")} skeleton={bones} at={at}>
          {({ items }) => <div className="gateways">{items.map((gateway) => <GatewayCard key={gateway.gateway + gateway.changedAt} clubId={clubId} gateway={gateway} />)}</div>}
        </QueryView>
      </section>
    </div>
  );
}
