import { useMutation, useQueryClient } from "@tanstack/react-query";
import { t } from "@/player/i18n/en";
import { bookingQuery, myGamesKey } from "@/shared/api/bookings";
import { messageOf } from "@/shared/api/errors";
import type { Booking, Club, PayWith } from "@/shared/api/types";
import { dayLabel, clock } from "@/shared/lib/club-time";
import { useIntentKey } from "@/shared/lib/idempotency";
import { formatMoney, isZero } from "@/shared/lib/money";
import { useOnline } from "@/shared/lib/use-online";
import { Button } from "@/shared/ui/button";
import { Sheet } from "@/shared/ui/sheet";
import { useToast } from "@/shared/ui/toast";
import { cancelBooking } from "./api";

/** The consequence first, then two clear buttons. */
export function CancelSheet({ booking, club, onClose }: { booking: Booking; club: Club; onClose: () => void }) {
  const client = useQueryClient();
  const online = useOnline();
  const toast = useToast();
  const keyFor = useIntentKey();
  const fee = booking.cancellationTerms?.feeNow;
  const costs = fee && !isZero(fee) ? formatMoney(fee) : undefined;
  const cancel = useMutation({
    mutationFn: () => cancelBooking(booking.bookingId, keyFor(booking.bookingId)),
    onSuccess: (cancelled) => {
      client.setQueryData(bookingQuery(booking.bookingId).queryKey, cancelled);
      void client.invalidateQueries({ queryKey: myGamesKey });
      toast({ text: t("cancel.done") });
      onClose();
    },
    // The price of cancelling may have changed while the sheet was open.
    onError: () => void client.invalidateQueries({ queryKey: bookingQuery(booking.bookingId).queryKey }),
  });
  return (
    <Sheet
      role="alertdialog" title={t("cancel.title")} onClose={onClose} subtitle={`${dayLabel(booking.businessDay)}, ${clock(booking.startsAt, club.timeZone)}, ${booking.courtName}`}
      foot={
        <div className="flex flex-col gap-2">
          {cancel.error && <p className="field-error" role="alert">{messageOf(cancel.error)}</p>}
          <Button kind="danger-fill" size="big" full busy={cancel.isPending} disabled={!online} onClick={() => cancel.mutate()}>{costs ? t("cancel.pay", { fee: costs }) : t("cancel.free")}</Button>
          <Button kind="line" size="big" full onClick={onClose}>{t("cancel.keep")}</Button>
        </div>
      }
    >
      <p className="num text-body text-ink-1">{consequence(booking, costs)}</p>
      <p className="mt-2 text-body text-ink-2">{t("cancel.final")}</p>
    </Sheet>
  );
}

function consequence(booking: Booking, costs: string | undefined): string {
  const refund = booking.cancellationTerms?.refundNow;
  const back = refund && !isZero(refund) ? t("cancel.back", { amount: formatMoney(refund), where: t(whereBack(booking.payWith)) }) : "";
  if (!costs) return [t("cancel.costsNothing"), back].filter(Boolean).join(" ");
  return `${t("cancel.costs", { fee: costs })} ${back || (isZero(booking.amountPaid) ? t("cancel.payAtClub") : "")}`.trim();
}

/** Where a refund goes: to the source where the way of paying can take it back, else to the credit with the club. */
function whereBack(payWith: PayWith) {
  return payWith === "jazzcash" || payWith === "card" || payWith === "plan" ? `cancel.where.${payWith}` as const : "cancel.where.credit";
}
