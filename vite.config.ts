import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react({ compiler: true })],
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
