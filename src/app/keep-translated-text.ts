/** Replacements of text nodes by page translators. */
const standIns = new WeakMap<Node, ChildNode>();

/**
 * Keeps React working on translated pages. Translators replace text nodes that React still holds with `font` elements:
 * React then throws when removing them or inserting before them, and updates stay invisible. Here the replacement is
 * removed with its text, and an updated text is restored (and translated anew). Source:
 * https://github.com/facebook/react/issues/11538
 */
export function keepTranslatedText(): void {
  const observer = new MutationObserver(note);
  observer.observe(document, { childList: true, subtree: true });
  const { removeChild, insertBefore, appendChild } = Node.prototype;
  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");

  /** The current replacement of a node that was removed from the page, all pending mutations considered. */
  const standInOf = (node: Node) => {
    note(observer.takeRecords());
    let found = standIns.get(node);
    while (found && !found.parentNode) found = standIns.get(found);
    return found;
  };
  const takeAway = (standIn: ChildNode) => {
    standIn.parentNode && removeChild.call(standIn.parentNode, standIn);
    // Restoring a text is not a replacement.
    observer.takeRecords();
  };

  Node.prototype.removeChild = function removeTranslated<T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    const there = child.parentNode ? child : standInOf(child);
    if (there?.parentNode && this.contains(there)) removeChild.call(there.parentNode, there);
    return child;
  };
  Node.prototype.insertBefore = function insertTranslated<T extends Node>(
    this: Node,
    child: T,
    next: Node | null,
  ): T {
    if (!child.parentNode && child instanceof Text) withStandIn(child, takeAway);
    if (next === null || next.parentNode === this) return insertBefore.call(this, child, next) as T;
    return insertBefore.call(this, child, childHolding(this, next.parentNode ? next : standInOf(next))) as T;
  };
  Node.prototype.appendChild = function appendTranslated<T extends Node>(this: Node, child: T): T {
    if (!child.parentNode && child instanceof Text) withStandIn(child, takeAway);
    return appendChild.call(this, child) as T;
  };
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...nodeValue,
    set(this: Node, text: string | null) {
      if (!this.parentNode && this instanceof Text)
        withStandIn(this, (standIn) => {
          standIn.parentNode && insertBefore.call(standIn.parentNode, this, standIn);
          takeAway(standIn);
        });
      nodeValue?.set?.call(this, text);
    },
  });

  function withStandIn(text: Text, act: (standIn: ChildNode) => void): void {
    const standIn = standInOf(text);
    if (standIn) act(standIn);
  }
}

/** Records replacements, made in one step or two. */
function note(records: readonly MutationRecord[]): void {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records)
    for (const node of removedNodes) {
      const standIn = addedNodes[0] ?? [previousSibling, nextSibling].find(isFont);
      if (standIn && (node instanceof Text || isFont(node))) standIns.set(node, standIn as ChildNode);
    }
}

function isFont(node: Node | null | undefined): node is HTMLElement {
  return node?.nodeName === "FONT";
}

/** The child of a parent that is or contains a node; null where there is none. */
function childHolding(parent: Node, node: Node | undefined): Node | null {
  let at: Node | null | undefined = node;
  while (at && at.parentNode !== parent) at = at.parentNode;
  return at ?? null;
}
