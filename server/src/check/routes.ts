import { checkFile, type FileChecked, LIMIT } from '@withy/shared/api'
import { addressOf } from '../http/address.ts'
import { readFileBody } from '../http/body.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { type FileReader, ReaderBusy } from './file-reader.ts'
import { isDraft } from './is-draft.ts'

export type CheckNeeds = { readonly reader: FileReader }

/** Whether a file is a copy of what was agreed, for anybody who has one. Nothing of it is kept or logged (SPEC EXPORT-87). */
export function checkRoutes(routes: Routes, { reader }: CheckNeeds): void {
  serve(routes, checkFile, async ({ c }): Promise<FileChecked> => {
    const address = addressOf(c)
    await routes.budgets.take('checks', address)
    const read = await reader.read(await readFileBody(c, LIMIT.checkedFile), address).catch((err: unknown) => {
      throw err instanceof ReaderBusy ? refuse('too-busy') : err
    })
    if ('unreadable' in read) return { is: 'unreadable', why: read.unreadable }
    return { is: isDraft(read) ? 'draft' : 'unknown' }
  })
}
