import type { Claim } from "@/shared/api/types";

const letters = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const digits = (text: string) => text.replace(/\D/g, "").replace(/^(0092|92|0)/, "");
const PHONE_DIGITS = 3;

/** Finds by name, reference, reason of a block, or any part of a phone however it is written. */
export function matches(claim: Claim, query: string): boolean {
  const wanted = letters(query.trim());
  if (!wanted) return true;
  const { booking, block } = claim;
  const texts = [booking?.name, booking?.reference, booking?.note, block?.reason];
  const plain = wanted.replace(/[\s-]/g, "");
  if (texts.some((text) => text && (letters(text).includes(wanted) || letters(text).replace(/[\s-]/g, "").includes(plain)))) return true;
  const number = digits(wanted);
  return number.length >= PHONE_DIGITS && Boolean(booking?.phone && digits(booking.phone).includes(number));
}
