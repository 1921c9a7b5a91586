/** Long enough for a browser to begin the download, in ms. */
const KEPT_MS = 60_000;

/** Hands a file to the browser to keep; whether a sandbox then refuses it, nobody tells the page. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
