import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// Where `npm run dev` finds the running host. The built app is served by the host itself and needs none of this.
const host = process.env.PADEL_URL ?? "http://127.0.0.1:5080";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": path("./src") } },
  // The host writes the nonce of the answer in place of this word, in every tag the build adds.
  html: { cspNonce: "__NONCE__" },
  build: {
    target: "es2022",
    manifest: true,
    // The policy allows fonts and pictures from our own address only, so nothing is inlined as a data: address.
    assetsInlineLimit: 0,
    rollupOptions: { input: { player: path("./index.html"), console: path("./console.html") } },
  },
  server: {
    proxy: {
      "/api": host,
      "/dev/outbox": host,
      "/hubs": { target: host, ws: true },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    // The club's zone must win over the machine's: run the tests far away from it.
    env: { TZ: "America/New_York" },
    restoreMocks: true,
    testTimeout: 15_000,
  },
});
