/** A filter text that cannot be read: where (0-based, in characters) and what was expected there instead. */
export class FilterSyntaxError extends Error {
  override readonly name = "FilterSyntaxError";
  readonly position: number;

  constructor(position: number, reason: string) {
    super(`Position ${position}: ${reason}.`);
    this.position = position;
  }
}
