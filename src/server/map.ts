import { UnreadableFileError } from "#files/unreadable-file.ts";
import { describeSuggestion, suggestForFile } from "./store/suggest-for-file.ts";

/** `npm run map -- FILE`: writes a mapping to standard output and explanations to standard error. */
async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new UsageError("Name a file: npm run map -- FILE > mapping.json");
  const suggested = await suggestForFile(path);
  for (const line of describeSuggestion(suggested)) console.error(line);
  console.log(JSON.stringify(suggested.mapping, null, 2));
}

class UsageError extends Error {}

main(process.argv[2]).catch((error: unknown) => {
  const isExplained = error instanceof UsageError || error instanceof UnreadableFileError;
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  const text = isMissing ? `There is no file ${process.argv[2]}.` : String(error);
  console.error(isExplained ? error.message : text);
  process.exitCode = 1;
});
