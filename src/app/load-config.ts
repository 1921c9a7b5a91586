import { type AppConfig, readAppConfig } from "#config/app-config.ts";

/** The settings of this installation, once per visit. @throws Error when they cannot be had or read. */
export async function loadConfig(): Promise<AppConfig> {
  const response = await fetch("/config.json");
  if (!response.ok) throw new Error(`config.json answered ${response.status}.`);
  return readAppConfig(await response.json());
}
