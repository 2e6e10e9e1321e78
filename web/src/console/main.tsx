import { createRoot } from "react-dom/client";
import { createQueryClient } from "@/shared/api/query-client";
import { watchErrors } from "@/shared/lib/report-errors";
import { Providers } from "@/shared/ui/providers";
import "./console.css";
import { t } from "./i18n/en";

watchErrors();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element");
createRoot(root).render(<Providers client={createQueryClient()}><h1 className="p-5 text-title">{t("app.name")}</h1></Providers>);
