import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, useLocation } from "react-router";
import { App } from "@/player/app";
import { createQueryClient } from "@/shared/api/query-client";
import { signedIn } from "@/shared/api/session";
import { ToastProvider } from "@/shared/ui/toast";

/** The whole player app at an address. */
export function renderApp(address: string) {
  const client = createQueryClient();
  const place = { pathname: "", search: "" };
  function Where() {
    Object.assign(place, useLocation());
    return null;
  }
  render(
    <QueryClientProvider client={client}><ToastProvider><MemoryRouter initialEntries={[address]}><App /><Where /></MemoryRouter></ToastProvider></QueryClientProvider>,
  );
  return { user: userEvent.setup(), client, place };
}

export const asPlayer = () => signedIn({ accessToken: "token", expiresInSeconds: 600 });
