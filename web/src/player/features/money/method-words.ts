import { t } from "@/player/i18n/money";
import type { CheckoutMethod, ClubMethod, PaymentNeed } from "@/shared/api/money-types";
import type { PayWith } from "@/shared/api/types";

export const methodName = (method: PayWith) => t(`method.${method}`);

/** Who is asked and who answers: the bank behind a card goes by its kind. */
export function payeeName(method: PayWith): string {
  return method === "card" ? "the card page" : method === "bank_transfer" ? "the club" : methodName(method);
}

/** How a method reads in the middle of a sentence. */
export function withMethod(method: PayWith): string {
  if (method === "card") return "a card";
  if (method === "wallet") return "club credit";
  if (method === "plan") return "your plan";
  return method === "bank_transfer" ? "a bank transfer" : methodName(method);
}

/** Where money goes back to: the source where it can take it back, else the credit with the club. */
export function refundPlace(method: PayWith): string {
  if (method === "plan") return "your plan";
  return method === "card" ? "your card" : method === "jazzcash" ? "JazzCash" : "your club credit";
}

/** What a wallet asks to call its owner's phone; without it one pays on its own page. */
const NEEDS: Partial<Record<PayWith, PaymentNeed[]>> = { jazzcash: ["phone", "cnicLast6"], easypaisa: ["phone"] };

/** The methods of a club as something other than a booking is bought with them. */
export const buyable = (methods: readonly ClubMethod[]): CheckoutMethod[] => methods.map(({ method, gateway }) => ({ method, gateway: gateway ?? null, offered: true, needs: NEEDS[method] ?? [] }));
