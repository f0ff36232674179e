import { CompiledQuery, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';

/** Where a value will stand in a statement. Nothing can be computed from it: the text is made before there is a value. */
export class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A place for each of the values that a statement is given. */
export type Places<Given> = { readonly [Name in keyof Given]-?: Place };

/**
 * A statement whose text is made once, the first time it is run, and not anew for each request: of what everybody reads all day, making the
 * text costs more than sending it. `make` writes it with the `sql` tag and may put other fragments into it; `places` stand for the values.
 */
export function statement<Given extends object, Row>(make: (places: Places<Given>) => RawBuilder<Row>) {
  let made: CompiledQuery<Row> | undefined;
  return async (db: Database, given: Given): Promise<Row[]> => {
    made ??= make(placesFor<Given>()).compile(db);
    const values = made.parameters.map((value) => (value instanceof Place ? given[value.name as keyof Given] : value));
    return (await db.executeQuery<Row>(CompiledQuery.raw(made.sql, values))).rows;
  };
}

function placesFor<Given>(): Places<Given> {
  return new Proxy({} as Places<Given>, { get: (_, name) => new Place(String(name)) });
}
