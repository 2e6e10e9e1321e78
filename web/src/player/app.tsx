import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { Waiting } from "@/shared/ui/query-view";
import { Crashed } from "@/shared/ui/error-boundary";
import { BarePage } from "./features/shell/bare-page";
import { TabbedPage } from "./features/shell/page";
import { Club } from "./routes/club";
import { Clubs } from "./routes/clubs";
import { NotFound } from "./routes/not-found";

// The club's free times are the first thing people open; the rest comes when it is asked for.
const Games = lazy(() => import("./routes/games").then((module) => ({ default: module.Games })));
const Game = lazy(() => import("./routes/game").then((module) => ({ default: module.Game })));
const You = lazy(() => import("./routes/you").then((module) => ({ default: module.You })));
const Pay = lazy(() => import("./routes/pay").then((module) => ({ default: module.Pay })));
const Wallet = lazy(() => import("./routes/wallet").then((module) => ({ default: module.Wallet })));
const Plans = lazy(() => import("./routes/plans").then((module) => ({ default: module.Plans })));
const Receipts = lazy(() => import("./routes/receipts").then((module) => ({ default: module.Receipts })));
const Receipt = lazy(() => import("./routes/receipts").then((module) => ({ default: module.Receipt })));
const VerifyReceipt = lazy(() => import("./routes/receipts").then((module) => ({ default: module.VerifyReceipt })));
const SignIn = lazy(() => import("./routes/sign-in").then((module) => ({ default: module.SignIn })));

export function App() {
  return (
    <Suspense fallback={<Waiting skeleton={null} tooLong={<Crashed />} />}>
      <Routes>
        <Route element={<TabbedPage />}>
          <Route path="/" element={<Clubs />} />
          <Route path="/clubs/:slug" element={<Club />} />
          <Route path="/clubs/:slug/plans" element={<Plans />} />
          <Route path="/games" element={<Games />} />
          <Route path="/games/:bookingId" element={<Game />} />
          <Route path="/you" element={<You />} />
          <Route path="/wallet" element={<Wallet />} />
          <Route path="/receipts" element={<Receipts />} />
          <Route path="/receipts/:receiptId" element={<Receipt />} />
          <Route path="/receipts/verify/:code" element={<VerifyReceipt />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route element={<BarePage />}>
          <Route path="/games/:bookingId/pay" element={<Pay />} />
        </Route>
        <Route path="/sign-in" element={<SignIn />} />
      </Routes>
    </Suspense>
  );
}
