import type { AppConfig } from "#config/app-config.ts";
import type { ServerSettings } from "#config/server-settings.ts";
import {
  authorityOf,
  BRIDGE_PATH,
  CLOUD_FACTS,
  type Cloud,
  LOCAL_CLIENT_ID,
  LOCAL_TENANT_ID,
  RELAY_PATH,
} from "#config/sign-in.ts";
import type { TargetSetting } from "#config/targets.ts";
import { audienceOf } from "./sign-in.ts";

/** Settings for the browser; `metadata` returns the stand-in's metadata as JSON text for an origin. */
export function browserConfig(
  settings: ServerSettings,
  data: () => AppConfig["data"],
  metadata: (origin: string) => string,
  targets: readonly TargetSetting[],
): (origin: string) => AppConfig {
  const { signIn } = settings;
  const { scope } = audienceOf(settings);
  const common = () => ({ data: data(), frameAncestors: [...settings.frameAncestors], targets });
  if (signIn.kind === "off") return () => ({ signIn: "off", ...common() });
  if (signIn.kind === "entra") {
    const { cloud, tenantId, clientId } = signIn;
    return () => ({ signIn: "entra", ...entraOf(cloud, tenantId, clientId), scope, cloud, ...common() });
  }
  // MSAL replaces parts of endpoints in which they differ from the authority.
  const authority = authorityOf("global", `${settings.operation.basePath}/${LOCAL_TENANT_ID}`.slice(1));
  const local = { ...entraOf("global", LOCAL_TENANT_ID, LOCAL_CLIENT_ID), authority, scope };
  return (origin) => ({ signIn: "local", ...local, authorityMetadata: metadata(origin), ...common() });
}

function entraOf(cloud: Cloud, tenantId: string, clientId: string) {
  return {
    authority: authorityOf(cloud, tenantId),
    tenantId,
    clientId,
    knownAuthorities: [CLOUD_FACTS[cloud].authorityHost],
    bridgePath: BRIDGE_PATH,
    relayPath: RELAY_PATH,
  };
}
