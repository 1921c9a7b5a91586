/** What the policies depend on. */
export type Policy = {
  /** `https://` origin of the sign-in service; null where it is our own origin, or nobody signs in. */
  authority: string | null;
  frameAncestors: readonly string[];
};

/** Answers of the endpoint are data: opened as a page, they may do nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};

/** The policy of the page: our own files, calls to our own origin and to the sign-in service, framed by the portals. */
function pagePolicy({ authority, frameAncestors }: Policy): string {
  const andAuthority = authority === null ? "" : ` ${authority}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${andAuthority}`,
    `frame-src 'self'${andAuthority}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.join(" ")}`,
    "require-trusted-types-for 'script'",
    "trusted-types reading-worker export-worker files-worker default",
  ].join("; ");
}

/** Headers for every answer; neither `X-Frame-Options` nor an opener policy, which would break framed sign-in. */
export function securityHeaders(policy: Policy): {
  page: Record<string, string>;
  data: Record<string, string>;
} {
  return {
    page: { ...COMMON, "Content-Security-Policy": pagePolicy(policy) },
    data: { ...COMMON, "Content-Security-Policy": DATA_POLICY },
  };
}

/** A year of https only; sent behind TLS, ours or that of a proxy in front. */
export const STRICT_TRANSPORT = "max-age=31536000";
