/** Copies text to the clipboard; false where the browser forbids it (plain HTTP, some frames). */
export async function copyText(text: string): Promise<boolean> {
  try {
    // The type claims it always exists; it is undefined outside secure contexts.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (!clipboard) return false;
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
