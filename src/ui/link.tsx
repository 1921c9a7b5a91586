import type { ComponentProps, ReactNode } from "react";
import { inSite } from "#lib/base-path.ts";

/** A link to one of the dashboard's own paths, opened by `src/app/follow-links.ts`. */
export function Link({ href, ...rest }: ComponentProps<"a"> & { href: string }): ReactNode {
  return <a {...rest} href={inSite(href)} />;
}
