import { getStatement } from '@withy/shared/api'
import type { Config } from '../config.ts'
import { type Routes, serve } from '../http/route.ts'

export type StatementNeeds = { readonly statement?: Config['statement'] }

/** What the organisation that runs this Withy puts into its accessibility statement (SPEC A11Y-124). */
export function statementRoutes(routes: Routes, { statement = null }: StatementNeeds): void {
  serve(routes, getStatement, async () => ({ statement }))
}
