import { v7 } from 'uuid';

/** A new row's id: UUID version 7, so that an index grows at its end. */
export function newId(): string {
  return v7();
}
