/** Identifier of the place in the page's head where its tools stand; empty until they are loaded. */
export const TOOLS_SLOT = "tools";
