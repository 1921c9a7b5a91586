import { storedName } from "#lib/base-path.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { PICTURE } from "#ui/slot.ts";

/** Name of the database, of its store, and of its key in local storage; `public/picture.js` reads both. */
export const DATABASE = "pictures";
const TOKEN = "picture";

/** Name under which the months of the data are stored: the next visit asks for its figures before it knows them. */
export const MONTHS = "months";

/** Removes the picture from the screen. */
export function removePicture(): void {
  document.getElementById(PICTURE)?.remove();
  delete document.documentElement.dataset[PICTURE];
}

/** Whether an earlier visit has stored pictures here. */
export function hasPictures(): boolean {
  return readStored(TOKEN) !== null;
}

/** The token that all stored pictures have; a new one where they were deleted. Null where nothing can be stored. */
export function pictureToken(): string | null {
  if (isForgotten) return null;
  const known = readStored(TOKEN);
  if (known !== null) return known;
  const token = crypto.randomUUID();
  return writeStored(TOKEN, token) ? token : null;
}

// What is still on screen when somebody signs out must not become a picture again.
let isForgotten = false;

/**
 * Deletes all pictures, at once for whoever reads them: without the token none is shown. This page takes no more. The
 * months of the data go with them.
 */
export function forgetPictures(): void {
  isForgotten = true;
  writeStored(TOKEN, null);
  writeStored(MONTHS, null);
  try {
    indexedDB.deleteDatabase(storedName(DATABASE));
  } catch {
    // Storage may be blocked in a framed page; then there are none.
  }
}
