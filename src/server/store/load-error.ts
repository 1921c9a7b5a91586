/** The data cannot be loaded; the message says what, where, and what to do. */
export class LoadError extends Error {
  override name = "LoadError";
}
