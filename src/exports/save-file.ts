/** Time in ms until the object URL is revoked: enough for the download to begin. */
const KEPT_MS = 60_000;

/** Starts a download. Whether a sandbox blocks it cannot be detected. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

export function saveJson(text: string, name: string): void {
  saveFile(new Blob([text], { type: "application/json" }), name);
}
