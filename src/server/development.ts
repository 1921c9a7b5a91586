import type { Hono } from "hono";
import { readServerSettings, type ServerSettings } from "#config/server-settings.ts";
import { createApp } from "./app.ts";
import { appConfig, openBackend } from "./backend.ts";

/** The server's interface without the built page, for Vite's own server in development. */
export async function openDevelopmentApp(
  environment: NodeJS.ProcessEnv,
): Promise<{ app: Hono; settings: ServerSettings }> {
  const settings = readServerSettings(environment);
  const { backend } = await openBackend(settings, (line) => console.log(line));
  return { app: createApp(backend, appConfig(settings)), settings };
}
