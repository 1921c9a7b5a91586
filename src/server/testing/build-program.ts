import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles a server file (path from the project root) to run as a process; returns its URL. */
export async function buildProgram(file: string): Promise<URL> {
  const name = basename(file, ".ts");
  // Below node_modules, so that imports resolve.
  const outDir = join(ROOT, "node_modules/.cache/programs", name);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    ssr: { external: true },
    build: { ssr: file, outDir, emptyOutDir: true, copyPublicDir: false },
  });
  return pathToFileURL(join(outDir, `${name}.js`));
}
