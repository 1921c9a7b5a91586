import { PICTURE, removePicture } from "./forget-pictures.ts";

const CONTROLS = "a, button, input, select, summary";
const PENDING = "main .skeleton, main .panel__loading, main .figure__note--waiting, main .headline:empty";

/** Whether a page shows all that it is going to show first. */
export function isDrawn(page: ParentNode): boolean {
  return (
    page.querySelector("main h2, main .message, main form, main button") !== null &&
    page.querySelector(PENDING) === null
  );
}

/**
 * Removes the picture of the last visit, which `public/picture.js` shows, once the page behind it is drawn, or when a
 * control of it is pressed that the page has already. What was pressed or focused there is pressed or focused here.
 */
export function replacePicture(page: Element): void {
  let observer: MutationObserver | null = null;
  const check = () => {
    const picture = document.getElementById(PICTURE);
    if (!picture) return observer?.disconnect();
    observer ??= observe(page, check);
    const pressed = counterpartOf(picture.querySelector("[data-pressed]"), picture, page);
    if (!pressed && !isDrawn(page)) return;
    observer.disconnect();
    removeEventListener(PICTURE, check);
    const focused = counterpartOf(document.activeElement, picture, page);
    removePicture();
    (pressed ?? focused)?.focus({ preventScroll: true });
    pressed?.click();
  };
  addEventListener(PICTURE, check);
  check();
}

function observe(page: Element, check: () => void): MutationObserver {
  let isPlanned = false;
  const observer = new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      check();
    });
  });
  observer.observe(page, { childList: true, subtree: true });
  return observer;
}

/** The control of the page that corresponds to one of the picture: of the same name, as many before it. */
function counterpartOf(control: Element | null, picture: Element, page: Element): HTMLElement | null {
  if (!control?.matches(CONTROLS) || !picture.contains(control)) return null;
  const isAlike = (one: Element) => nameOf(one) === nameOf(control);
  const place = [...picture.querySelectorAll(CONTROLS)].filter(isAlike).indexOf(control);
  return ([...page.querySelectorAll(CONTROLS)].filter(isAlike)[place] as HTMLElement | undefined) ?? null;
}

/** Figures may have changed since: a link is known by where it leads. */
function nameOf(control: Element): string {
  const name = control.getAttribute("href") ?? control.getAttribute("aria-label") ?? control.textContent;
  return `${control.localName} ${name}`;
}
