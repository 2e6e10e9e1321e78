import { catalogue } from "@/shared/i18n/catalogue";
import { day, keys } from "./en-day";
import { pages } from "./en-pages";
import { panel } from "./en-panel";

/** What the club's console says. */
export const t = catalogue({ ...pages, ...day, ...keys, ...panel });
