/** A syntax error in a filter: position (0-based, in characters) and what was expected there. */
export class FilterSyntaxError extends Error {
  override readonly name = "FilterSyntaxError";
  readonly position: number;

  constructor(position: number, reason: string) {
    super(`Position ${position}: ${reason}.`);
    this.position = position;
  }
}
