/** A rule was asked with a local figure that nobody has loaded. It never counts as 0. */
export class NotLoaded extends Error {
  constructor(readonly fields: readonly string[]) {
    super(`not available, ask the lawyer: ${fields.join(', ')}`);
    this.name = 'NotLoaded';
  }
}

/** The local figure a rule needs. @throws NotLoaded when it is null or absent */
export function loaded(figure: number | null | undefined, field: string): number {
  if (figure === null || figure === undefined) throw new NotLoaded([field]);
  return figure;
}
