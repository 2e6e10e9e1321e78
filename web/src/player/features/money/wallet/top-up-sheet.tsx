import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { t } from "@/player/i18n/money";
import { messageOf } from "@/shared/api/errors";
import { useMe } from "@/shared/api/me";
import { clubMethodsQuery } from "@/shared/api/money";
import type { Club } from "@/shared/api/types";
import { formatMoney } from "@/shared/lib/money";
import { Chip } from "@/shared/ui/chip";
import { Field } from "@/shared/ui/field";
import { Bone, QueryView } from "@/shared/ui/query-view";
import { Sheet } from "@/shared/ui/sheet";
import { buyingChoices } from "../attempt/choices";
import { MethodForm, type Chosen } from "../attempt/method-form";
import { useStart } from "../attempt/use-start";
import { buyable, withMethod } from "../method-words";
import { CHIPS, LEAST_MINOR, minorOf, MOST_MINOR } from "./amounts";

type Props = { club: Club; onClose: () => void };

/** How much, and with what. */
export function TopUpSheet({ club, onClose }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  const methods = useQuery(clubMethodsQuery(club.clubId));
  const [chip, setChip] = useState<number>(CHIPS[1]);
  const [own, setOwn] = useState("");
  const [tried, setTried] = useState(false);
  const start = useStart((payment) => void navigate(`/wallet?payment=${payment.paymentId}&started=1`, { replace: true }));
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: club.currency });
  const amountMinor = own ? minorOf(own) : chip;
  const limits = { least: money(LEAST_MINOR), most: money(MOST_MINOR) };
  const pay = (chosen: Chosen) => {
    setTried(true);
    if (amountMinor) start.start({ purpose: "top_up", clubId: club.clubId, amountMinor, ...chosen });
  };
  return (
    <Sheet title={t("topUp.title")} subtitle={club.name} onClose={onClose}>
      <QueryView query={methods} failure={t("wallet.failed")} skeleton={<Bone className="h-60" />}>
        {({ items }) => (
          <MethodForm
            choices={buyingChoices(buyable(items), undefined)} first={undefined} phone={me?.phone ?? ""} busy={start.starting} error={start.error ? messageOf(start.error) : undefined} onPay={pay}
            buttonOf={(choice) => t("topUp.button", { amount: money(amountMinor ?? 0), method: withMethod(choice.method.method) })} note={<p className="pb-3 text-small text-ink-2">{t("topUp.rule")}</p>}
          >
            <fieldset>
              <legend className="pb-2 text-label text-ink-2">{t("topUp.amount")}</legend>
              <div className="flex flex-wrap gap-2 pb-3">
                {CHIPS.map((minor) => <Chip key={minor} on={!own && chip === minor} className="num" onClick={() => { setOwn(""); setChip(minor); }}>{money(minor)}</Chip>)}
              </div>
              <Field
                label={t("topUp.own")} inputMode="numeric" autoComplete="off" maxLength={10} value={own} hint={t("topUp.ownHint", limits)}
                error={own && !amountMinor && tried ? t("topUp.ownBad", limits) : undefined} onChange={(event) => { setOwn(event.target.value); setTried(false); }} onBlur={() => setTried(own !== "")}
              />
            </fieldset>
          </MethodForm>
        )}
      </QueryView>
    </Sheet>
  );
}
