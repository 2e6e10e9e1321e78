import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes } from "react-router";
import { createQueryClient } from "@/shared/api/query-client";
import { watchErrors } from "@/shared/lib/report-errors";
import { Providers } from "@/shared/ui/providers";
import "./player.css";
import { NotFound } from "./routes/not-found";

watchErrors();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element");
createRoot(root).render(
  <Providers client={createQueryClient()}>
    <BrowserRouter><Routes><Route path="*" element={<NotFound />} /></Routes></BrowserRouter>
  </Providers>,
);
