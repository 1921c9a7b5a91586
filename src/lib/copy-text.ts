/** Puts a text on the clipboard; false where the browser does not let us, as on plain http or in some frames. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent where the page is not secure, whatever its type says.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (!clipboard) return false;
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
