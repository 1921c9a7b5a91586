/**
 * Gives the focus to the first thing to decide when it appears, if that is still where the dialog put it: on its first
 * control below the report.
 */
export function takeFocus(element: HTMLElement | null): void {
  const dialog = element?.closest("dialog");
  const own = dialog?.querySelectorAll(":scope > .field > select, .files__confirm > :nth-last-child(2)");
  const places: (Element | null | undefined)[] = [dialog, document.body, ...(own ?? [])];
  if (places.includes(document.activeElement)) element?.focus();
}
