let wanted: string | null = null;

/** Names the document. */
export function setTitle(title: string): void {
  wanted = title;
  document.title = title;
}

/** Names it again after another program did: MSAL, back from sign-in, ends by writing the title that it found at first. */
export function restoreTitle(): void {
  if (wanted !== null) document.title = wanted;
}
