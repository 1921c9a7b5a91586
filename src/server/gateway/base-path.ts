/** What a request is to the server's own part of a site. */
export type TargetPlace =
  | { kind: "inside"; target: string }
  /** The folder without its slash, relative to which nothing in it would be found. */
  | { kind: "folder"; location: string }
  | { kind: "outside" };

/** Who checks the server's health may ask it without the proxy. */
const ANYWHERE = ["/healthz", "/readyz"];

/** `basePath` is "" or like "/referrals"; `target` a path with its query, which is given without the base. */
export function placeOf(target: string, basePath: string): TargetPlace {
  const [path = ""] = target.split("?", 1);
  if (basePath === "" || ANYWHERE.includes(path)) return { kind: "inside", target };
  if (path === basePath) return { kind: "folder", location: `${basePath}/${target.slice(path.length)}` };
  return path.startsWith(`${basePath}/`)
    ? { kind: "inside", target: target.slice(basePath.length) }
    : { kind: "outside" };
}
