import { catalogue } from "@/shared/i18n/catalogue";

/** What the player app says. */
export const t = catalogue({
  "app.name": "Padel",
  "notFound.title": "There is no page here",
  "notFound.body": "The address may be old or mistyped.",
  "notFound.action": "See free courts",
});
