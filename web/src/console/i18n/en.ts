import { catalogue } from "@/shared/i18n/catalogue";

/** What the club's console says. */
export const t = catalogue({
  "app.name": "Club console",
});
