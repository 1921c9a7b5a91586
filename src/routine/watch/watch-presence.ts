import { keptText } from "#lib/kept.ts";

/** The rules of an account on this device as text; known without the code that reads and judges them. */
export const watchTextOf = (reader: string) => keptText(watchStorageName(reader));

export const watchStorageName = (reader: string) => `watch:${reader}`;
