/** The data cannot be loaded at all; the message is one sentence for a person: what, where, what to do. */
export class LoadError extends Error {
  override name = "LoadError";
}
