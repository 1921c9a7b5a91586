import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { isRunnableDevEnvironment, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { PAGE_PATHS } from "./src/config/view-paths.ts";
import { contentMark } from "./src/server/gateway/content-mark.ts";

/** `npm run dev`: the endpoint, its settings and health answer on Vite's own server, from the same code. */
function developmentService(): Plugin {
  return {
    name: "development-service",
    apply: (_config, { command }) => command === "serve" && !process.env.VITEST,
    async configureServer(vite) {
      const { ssr } = vite.environments;
      if (!ssr || !isRunnableDevEnvironment(ssr))
        throw new Error("Vite's server environment cannot run code.");
      const { openDevelopmentService } = await ssr.runner.import("/src/server/development.ts");
      const { listenerFor, settings } = await openDevelopmentService(process.env);
      vite.config.server.port = settings.port;
      vite.config.server.host = settings.host;
      vite.middlewares.use((request, response, next) => {
        const answer = listenerFor(request.url ?? "");
        if (answer) answer(request, response);
        else next();
      });
      vite.httpServer?.once("listening", () => {
        console.log(`Referral analytics ready at http://${settings.host}:${settings.port}`);
      });
    },
  };
}

/** The page that sign-in returns to, and the one through which the window of a framed page goes. */
const BRIDGES = ["src/auth/bridge/sign-in-bridge.html", "src/auth/bridge/sign-in-relay.html"];

/** They stand beside index.html, in development as in the build. */
function bridgePages(): Plugin {
  return {
    name: "bridge-pages",
    applyToEnvironment: (environment) => environment.name !== "server",
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const page = BRIDGES.find((path) => request.url?.startsWith(`/${basename(path)}`));
        if (page) request.url = `/${page}`;
        next();
      });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const path of BRIDGES) {
          const page = bundle[path];
          if (page?.type !== "asset") continue;
          page.fileName = basename(path);
          page.source = String(page.source).replaceAll('="../../../', '="./');
        }
      },
    },
  };
}

/** Scripts that the page's first paint waits for. */
const EARLY_SCRIPTS = ["first-look.js", "picture.js"];

/** Asks for each with a mark of its content, so that a browser keeps it: see `src/server/gateway/static-files.ts`. */
function markedScripts(): Plugin {
  return {
    name: "marked-scripts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { filename }) {
        if (basename(filename) !== "index.html") return html;
        const marked = (page: string, name: string) => {
          if (!page.includes(`/${name}"`)) throw new Error(`index.html does not load ${name}.`);
          return page.replace(
            `/${name}"`,
            `/${name}?v=${contentMark(new URL(`public/${name}`, import.meta.url))}"`,
          );
        };
        return EARLY_SCRIPTS.reduce(marked, html);
      },
    },
  };
}

/** The page stands at the path of each view, so that any static server answers there. */
function pageAtEachPath(): Plugin {
  return {
    name: "page-at-each-path",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "client",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("The build lacks index.html.");
        for (const path of PAGE_PATHS.filter((one) => one !== "/"))
          this.emitFile({
            type: "asset",
            fileName: `${path.slice(1)}/index.html`,
            source: String(page.source).replaceAll('="./', '="../'),
          });
      },
    },
  };
}

/** Writes each file of the page a second and third time, compressed as far as it goes. */
function precompressed(): Plugin {
  return {
    name: "precompressed",
    apply: "build",
    // The last one that writes into the page's folder.
    applyToEnvironment: (environment) => environment.name === "bridge",
    async writeBundle({ dir = "" }) {
      const names = await readdir(dir, { recursive: true });
      const texts = names.filter((name) => /\.(js|css|html|svg|json|webmanifest)$/.test(name));
      await Promise.all(texts.map((name) => compressFile(join(dir, name))));
    },
  };
}

/** The highest effort takes ten times as long as this one, for a few per cent fewer bytes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

async function compressFile(path: string): Promise<void> {
  const text = await readFile(path);
  await writeFile(`${path}.br`, await promisify(brotliCompress)(text, BROTLI));
  await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
}

/** Its modules, and all that they import before they run, are one file: each further file costs a slow network a round. */
const OVERVIEW = "/src/app/dashboard.tsx";

type ModuleGraph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** The ids of modules that run before the one whose id ends so, itself included. */
function staticGraph(end: string): (id: string, graph: ModuleGraph) => boolean {
  const ids = new Set<string>();
  const collect = (id: string, graph: ModuleGraph) => {
    if (ids.has(id)) return;
    ids.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph);
  };
  return (id, graph) => {
    if (ids.size === 0) collect(fileURLToPath(new URL(`.${end}`, import.meta.url)), graph);
    return ids.has(id);
  };
}

const isOfOverview = staticGraph(OVERVIEW);

/** The texts of the views, one file per language: the definitions alone would be a file of their own, for the help. */
const ARE_TEXTS = ["en", "de", "zh-hant"].map(
  (folder) => [`texts-${folder}`, staticGraph(`/src/i18n/${folder}/views.ts`)] as const,
);

/** Parts of a package that is imported as a whole, of which the list of referrals alone uses these. */
const OF_LIST_ALONE = /table-core\/dist\/features\/column-/;

/** Where `first-look.js` finds the texts of each language. */
const TEXTS = { en: ["en/views"], de: ["de/shell", "de/views"], zh: ["zh-hant/shell", "zh-hant/views"] };

/** Preloads React DOM and the Overview's file beside the first one, and tells `first-look.js` the files of each language. */
function preloads(): Plugin {
  return {
    name: "preloads",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {}, filename }) {
        if (basename(filename) !== "index.html") return html;
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const fileWhere = (isWanted: (chunk: (typeof chunks)[number]) => boolean) => {
          const chunk = chunks.find(isWanted);
          if (!chunk) throw new Error("The build lacks a file that the page preloads.");
          return chunk;
        };
        const overview = fileWhere(({ name }) => name === "overview");
        const reactDom = fileWhere(({ name }) => name === "react-dom");
        const texts = Object.entries(TEXTS).map(
          ([language, names]) =>
            [
              language,
              names.map((name) =>
                fileWhere(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/i18n/${name}.ts`))),
              ),
            ] as const,
        );
        const list = texts.map(
          ([language, files]) => `${language} ${files.map(({ fileName }) => fileName).join(" ")}`,
        );
        const links = [
          `<link rel="modulepreload" crossorigin href="./${reactDom.fileName}">`,
          `<link rel="modulepreload" crossorigin href="./${overview.fileName}">`,
          ...[...(overview.viteMetadata?.importedCss ?? [])].map(
            (name) => `<link rel="preload" as="style" crossorigin href="./${name}">`,
          ),
        ];
        return html
          .replace('src="./first-look.js"', `src="./first-look.js" data-texts="${list.join(";")}"`)
          .replace("</head>", `  ${links.join("\n    ")}\n  </head>`);
      },
    },
  };
}

export default defineConfig({
  // One build for any place in a site: what a page loads is named from where it stands.
  base: "./",
  plugins: [
    react({ compiler: true }),
    developmentService(),
    bridgePages(),
    preloads(),
    markedScripts(),
    pageAtEachPath(),
    precompressed(),
  ],
  // React has had the hook itself since 18; wouter and recharts bring this stand-in for older ones.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" }] },
  server: { strictPort: true },
  // Modules, so that a worker loads what few files need when one needs it.
  worker: { format: "es" },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: "dist/app",
        manifest: true,
        // Every browser that runs the page knows the hint itself.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "react-dom", test: /\/react-dom\//, priority: 2 },
                { name: "main", tags: ["$initial"], priority: 3 },
                {
                  debugName: "texts",
                  name: (id, graph) => ARE_TEXTS.find(([, isOf]) => isOf(id, graph))?.[0] ?? null,
                  priority: 2,
                },
                {
                  debugName: "overview",
                  name: (id, graph) =>
                    isOfOverview(id, graph) && !OF_LIST_ALONE.test(id) ? "overview" : null,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
    // Apart from the page, so that it shares no chunk with it and stays a few kilobytes.
    bridge: {
      consumer: "client",
      build: {
        outDir: "dist/app",
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: { input: BRIDGES },
      },
    },
    server: {
      resolve: { external: true },
      build: {
        ssr: true,
        outDir: "dist/server",
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            main: "src/server/main.ts",
            doctor: "src/server/doctor.ts",
            map: "src/server/map.ts",
            watch: "src/server/watch.ts",
            "load-clickhouse": "src/server/load-clickhouse.ts",
            "draw-page": "src/app/picture/draw-page.ts",
            "bench-service": "e2e/bench/service/bench-service.ts",
          },
        },
      },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "e2e/data-client/*.test.ts"],
    environment: "node",
    // To load everything anew for each file takes longer than all tests.
    isolate: false,
    // A third of their time the tests wait, mostly for a server that stops: one more worker than there are processors.
    maxWorkers: availableParallelism() + 1,
    setupFiles: ["e2e/data-client/setup.ts"],
    // A slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    silent: "passed-only",
  },
});
