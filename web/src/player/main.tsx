import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createQueryClient } from "@/shared/api/query-client";
import { watchErrors } from "@/shared/lib/report-errors";
import { Providers } from "@/shared/ui/providers";
import { App } from "./app";
import "./player.css";

watchErrors();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element");
createRoot(root).render(<Providers client={createQueryClient()}><BrowserRouter><App /></BrowserRouter></Providers>);
