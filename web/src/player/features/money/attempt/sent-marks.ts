const SENT = "padel.sent.";

/**
 * Which steps of a payment this tab has already sent people away for. The browser's back button must not throw them out again,
 * while a second step, such as EasyPaisa's confirmation, goes on by itself.
 */
export const sentMarks = {
  has: (paymentId: string, step: string) => read(paymentId).includes(step),
  any: (paymentId: string) => read(paymentId).length > 0,
  add: (paymentId: string, step: string) => sessionStorage.setItem(SENT + paymentId, JSON.stringify([...read(paymentId), step])),
};

function read(paymentId: string): string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(SENT + paymentId) ?? "[]");
  return Array.isArray(kept) ? kept.map(String) : [];
}
