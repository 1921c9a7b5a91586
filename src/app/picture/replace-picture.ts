import { PICTURE } from "#ui/slot.ts";
import { removePicture } from "./forget-pictures.ts";

const CONTROLS = "a, button, input, select, summary";
const PENDING = "main .skeleton, main .panel__loading, main .figure__note--waiting, main .headline:empty";

/** How long a press may wait for its control, and a reader's place for its panel. */
const PRESS_MS = 10_000;
const READER_EVENTS = ["pointerdown", "keydown"] as const;

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
export function replacePicture(page: HTMLElement): void {
  let observer: MutationObserver | null = null;
  const check = () => {
    const picture = document.getElementById(PICTURE);
    if (!picture) return observer?.disconnect();
    observer ??= observe(page, check);
    showNotice(picture, page);
    const press = picture.querySelector("[data-pressed]");
    const pressed = counterpartOf(press, picture, page);
    if (!pressed && !isDrawn(page)) return;
    observer.disconnect();
    removeEventListener(PICTURE, check);
    const focused = counterpartOf(document.activeElement, picture, page);
    keepHeight(page);
    removePicture();
    (pressed ?? focused)?.focus({ preventScroll: true });
    if (pressed) pressOn(pressed);
    else if (press) pressLater(page, () => counterpartOf(press, picture, page));
  };
  addEventListener(PICTURE, check);
  check();
}

/** The picture hides why requests wait: it says so itself, beside its time. */
function showNotice(picture: Element, page: Element): void {
  const says = picture.querySelector(".picture__time");
  const text = page.querySelector("main > [role=status] > .message")?.textContent ?? "";
  const shown = says?.querySelector("span");
  // Until it has its own words, which would replace these.
  if (!says?.textContent || text === (shown?.textContent.trim() ?? "")) return;
  const notice = shown ?? says.appendChild(document.createElement("span"));
  notice.textContent = text && ` ${text}`;
}

/** Panels below the screen come a moment later: until then a reader who has scrolled keeps their place. */
function keepHeight(page: HTMLElement): void {
  if (scrollY === 0) return;
  page.style.minHeight = `${document.documentElement.scrollHeight}px`;
  setTimeout(() => page.style.removeProperty("min-height"), PRESS_MS);
}

function pressOn(control: HTMLElement): void {
  try {
    if (control instanceof HTMLSelectElement) control.showPicker();
    else control.click();
  } catch {
    // The press is too long ago, or the browser can't: it has the focus.
  }
}

/** Presses a control of a panel that is drawn later, unless the reader goes on meanwhile. */
function pressLater(page: Element, find: () => HTMLElement | null): void {
  const observer = observe(page, () => {
    const control = find();
    if (!control) return;
    stop();
    control.focus({ preventScroll: true });
    pressOn(control);
  });
  const timer = setTimeout(stop, PRESS_MS);
  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of READER_EVENTS) removeEventListener(event, stop, true);
  }
  for (const event of READER_EVENTS) addEventListener(event, stop, true);
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
  observer.observe(page, { childList: true, characterData: true, subtree: true });
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
