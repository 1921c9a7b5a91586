import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles a file of the server (its path from the root of the project) for a process of its own; the address of the result. */
export async function buildProgram(file: string): Promise<URL> {
  const name = basename(file, ".ts");
  // Among the packages, where it finds them.
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
