/** The tables and their columns, as Kysely sees them. */
export interface Schema {}
