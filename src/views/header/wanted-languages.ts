/** Language tags in order of preference: from the address, stored, the browser's. */
export function wantedLanguages(asked: string | null, kept: string | null): string[] {
  return [asked, kept, ...navigator.languages].filter((tag) => tag !== null);
}
