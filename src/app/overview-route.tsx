import { type ReactNode, useMemo } from "react";
import type { Credentials } from "#auth/sign-in.ts";
import type { AppConfig } from "#config/app-config.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { createDataPlane } from "#queries/data-plane.ts";
import { DataPanel } from "#views/data-panel/data-panel.tsx";
import { GateNotice } from "#views/data-panel/gate-notice.tsx";
import { OverviewView } from "#views/overview/overview-view.tsx";

const APPLICATION = "Referral analytics";

export type OverviewRouteProps = { config: AppConfig; credentials: Credentials };

/** The Overview with what it asks its questions of; loaded apart, so that the first paint need not wait for it. */
export function OverviewRoute({ config, credentials }: OverviewRouteProps): ReactNode {
  const plane = useMemo(
    () => createDataPlane({ endpoint: ENDPOINT, application: APPLICATION, ...credentials }),
    [credentials],
  );
  return (
    <>
      <GateNotice plane={plane} />
      <OverviewView plane={plane} config={config} />
      <DataPanel plane={plane} />
    </>
  );
}
