/** Inputs of the security headers. */
export type Policy = {
  /** `https://` origin of the sign-in service; null for our own origin, or without sign-in. */
  authority: string | null;
  frameAncestors: readonly string[];
};

/** Endpoint responses are data: opened as a page they may do nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};

/** The page's policy: own files, calls to our origin and the sign-in service, framed by portals. */
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

/** Headers of every response; without `X-Frame-Options` and an opener policy, which would break framed sign-in. */
export function securityHeaders(policy: Policy): {
  page: Record<string, string>;
  data: Record<string, string>;
} {
  return {
    page: { ...COMMON, "Content-Security-Policy": pagePolicy(policy) },
    data: { ...COMMON, "Content-Security-Policy": DATA_POLICY },
  };
}

/** HSTS for a year; sent with TLS here or in a proxy. */
export const STRICT_TRANSPORT = "max-age=31536000";
