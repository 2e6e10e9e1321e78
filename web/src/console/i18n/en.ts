import { catalogue } from "@/shared/i18n/catalogue";
import { day, keys } from "./en-day";
import { money } from "./en-money";
import { pages } from "./en-pages";
import { panel } from "./en-panel";

const messages = { ...pages, ...day, ...keys, ...panel, ...money } as const;

/** What the club's console says. */
export const t = catalogue(messages);

/** Words for a value the service sent: one that is newer than this page is shown as it came. */
export function named(group: "block" | "booking.source" | "reason" | "method" | "payment" | "refund" | "refund.to" | "purpose" | "account", value: string): string {
  const message: unknown = messages[`${group}.${value}` as keyof typeof messages];
  return typeof message === "string" ? message : value.replaceAll("_", " ");
}
