import type { CompiledQuery, Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * A query that is asked whenever somebody comes, built once: building one costs several times what asking it does. Where it says
 * `''` stands what is asked for.
 * @returns asks it, with what to look for in the order of the query; resolves with the rows
 */
export function builtOnce<Row>(db: Kysely<Tables>, query: { compile(): CompiledQuery<Row> }) {
  const compiled = query.compile()
  return async (...parameters: readonly string[]): Promise<Row[]> => {
    if (parameters.length !== compiled.parameters.length)
      throw new Error(`asked with ${parameters.length}: ${compiled.sql}`)
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
