/** Language tags of this reader, the most wanted first: of the address, as this browser keeps it, the browser's own. */
export function wantedLanguages(asked: string | null, kept: string | null): string[] {
  return [asked, kept, ...navigator.languages].filter((tag) => tag !== null);
}
