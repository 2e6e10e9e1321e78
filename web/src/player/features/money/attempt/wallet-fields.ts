import type { CheckoutMethod } from "@/shared/api/money-types";
import { formatPhone } from "@/shared/lib/phone";

const CNIC_DIGITS = 6;
const MOBILE = /^(?:\+?92|0092|0)?3\d{9}$/;

export type Typed = { phone: string; cnicLast6: string; onPage: boolean };
export type FieldErrors = { phone?: boolean; cnicLast6?: boolean };

export const emptyTyped = (phone: string): Typed => ({ phone: formatPhone(phone), cnicLast6: "", onPage: false });
export const digitsOf = (text: string) => text.replace(/\D/g, "");
const bare = (phone: string) => phone.replace(/[\s().\-/\u00a0]/g, "");

/** A wallet is asked on the payer's phone when the method needs its number; on the method's own page otherwise. */
export const asksOnPhone = (method: CheckoutMethod | undefined, typed: Typed) => Boolean(method?.needs.includes("phone")) && !typed.onPage;

export function errorsOf(method: CheckoutMethod | undefined, typed: Typed): FieldErrors {
  if (!asksOnPhone(method, typed)) return {};
  return {
    ...(MOBILE.test(bare(typed.phone)) ? {} : { phone: true }),
    ...(!method?.needs.includes("cnicLast6") || digitsOf(typed.cnicLast6).length === CNIC_DIGITS ? {} : { cnicLast6: true }),
  };
}

/** What goes to the service: nothing at all when the method's own page asks. */
export function payerOf(method: CheckoutMethod | undefined, typed: Typed): { phone?: string; cnicLast6?: string } {
  if (!asksOnPhone(method, typed)) return {};
  return { phone: typed.phone.trim(), ...(method?.needs.includes("cnicLast6") ? { cnicLast6: digitsOf(typed.cnicLast6) } : {}) };
}
