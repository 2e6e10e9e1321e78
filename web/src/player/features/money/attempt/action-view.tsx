import type { Payment } from "@/shared/api/money-types";
import { useNow } from "@/shared/lib/use-now";
import { Approve } from "./approve";
import { Asking } from "./asking";
import { GoThere } from "./go-there";
import { Transfer } from "./transfer";
import type { useInquiry } from "./use-inquiry";

const EVERY_MS = 5_000;

type Props = { payment: Payment; fresh: boolean; until: string | undefined; zone: string; late: boolean; inquiry: ReturnType<typeof useInquiry>; onResume?: () => void };

/** What a live payment needs of the person who pays. */
export function ActionView({ payment, fresh, until, zone, late, inquiry, onResume }: Props) {
  const now = useNow(EVERY_MS);
  const asked = inquiry.asked(now);
  const { action } = payment;
  if (action?.kind === "transfer" && action.transfer) return <Transfer payment={payment} transfer={action.transfer} until={action.until ?? until} zone={zone} />;
  if (action?.kind === "approve_on_phone" && !late) return <Approve payment={payment} asking={inquiry.asking} asked={asked} onAsk={inquiry.ask} />;
  if (action && action.kind !== "transfer" && action.kind !== "approve_on_phone" && !late) return <GoThere payment={payment} action={action} fresh={fresh} asking={inquiry.asking} onAsk={inquiry.ask} />;
  return <Asking payment={payment} late={late} asking={inquiry.asking} asked={asked} onAsk={inquiry.ask} onResume={late ? undefined : onResume} />;
}
