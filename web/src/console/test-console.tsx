import { QueryClientProvider } from "@tanstack/react-query";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, useLocation } from "react-router";
import { createQueryClient } from "@/shared/api/query-client";
import { signedIn } from "@/shared/api/session";
import type { Board, Booking, Role } from "@/shared/api/types";
import { ToastProvider } from "@/shared/ui/toast";
import { at, booking, club, DAY, me, rupees } from "@/test/samples";
import { serve } from "@/test/server";
import { ConsoleRoutes } from "./routes/app";

// A board is a large page, and a busy machine draws it slowly: a test fails for what is wrong, not for that.
configure({ asyncUtilTimeout: 5_000 });

export const DAY_PAGE = `/console/${club.slug}/day/${DAY}`;

/** Ali has Court 2 from 20:00 to 21:30; Court 3 is closed from 10:00 to 11:00. */
export function dayBoard(over: { version?: number; name?: string; more?: Board["courts"][number]["claims"] } = {}): Board {
  return {
    clubId: club.clubId, date: DAY, timeZone: club.timeZone, opensAt: at("07:00"), closesAt: at("25:00"),
    courts: club.courts.map((court, index) => ({
      ...court,
      claims: [
        ...(index === 1 ? [{ occupancyId: "claim-ali", kind: "booking" as const, startsAt: at("20:00"), endsAt: at("21:30"), booking: {
          bookingId: booking.bookingId, reference: booking.reference, version: over.version ?? 1, status: "confirmed" as const, playerId: "user-1", name: over.name ?? "Ali Raza", phone: "+923001234567", guest: false,
          players: 4, price: rupees(9000), amountPaid: rupees(0), amountDue: rupees(9000), paymentStatus: "unpaid" as const, payWith: "at_club" as const, source: "app",
        } }] : []),
        ...(index === 2 ? [{ occupancyId: "claim-block", kind: "block" as const, startsAt: at("10:00"), endsAt: at("11:00"), block: { blockId: "block-1", kind: "maintenance", reason: "Glass cleaning" } }] : []),
        ...(index === 0 ? over.more ?? [] : []),
      ],
    })),
  };
}

type Routes = Parameters<typeof serve>[0];

/** The whole console at an address, with somebody of this role signed in. */
export function renderConsole(address: string, role: Role | null, routes: Routes = {}) {
  signedIn({ accessToken: "token", expiresInSeconds: 600 });
  const service = serve({
    "GET /me": () => ({ body: { ...me, roles: role ? [{ clubId: club.clubId, role }] : [] } }),
    [`GET /clubs/${club.slug}`]: () => ({ body: club }),
    [`GET /clubs/${club.clubId}`]: () => ({ body: club }),
    [`GET /clubs/${club.clubId}/day`]: (call) => ({ body: call.query.get("date") === DAY ? dayBoard() : { ...dayBoard(), date: call.query.get("date") } }),
    [`GET /clubs/${club.clubId}/parked-events`]: () => ({ body: { items: [] } }),
    [`GET /clubs/${club.clubId}/quotes`]: () => ({ body: { price: rupees(9000), segments: [1, 2, 3].map((part) => ({ startsAt: at("19:00"), rule: part < 3 ? "Peak" : "Off-peak", amount: rupees(3000) })), free: true } }),
    [`GET /bookings/${booking.bookingId}`]: () => ({ body: booking }),
    ...routes,
  });
  const client = createQueryClient();
  const place = { pathname: "", search: "" };
  function Where() {
    Object.assign(place, useLocation());
    return null;
  }
  render(<QueryClientProvider client={client}><ToastProvider><MemoryRouter initialEntries={[address]}><ConsoleRoutes /><Where /></MemoryRouter></ToastProvider></QueryClientProvider>);
  return { user: userEvent.setup(), client, place, service };
}

export const made = (over: Partial<Booking> = {}): Booking => ({ ...booking, bookingId: "booking-2", source: "desk", ...over });
