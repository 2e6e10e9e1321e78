import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createQueryClient } from "@/shared/api/query-client";
import { watchErrors } from "@/shared/lib/report-errors";
import { Providers } from "@/shared/ui/providers";
import "./console.css";
import { ConsoleRoutes } from "./routes/app";

watchErrors();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element");
createRoot(root).render(<Providers client={createQueryClient()}><BrowserRouter><ConsoleRoutes /></BrowserRouter></Providers>);
