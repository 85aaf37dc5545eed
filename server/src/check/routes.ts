import { type CodeChecked, checkCode, checkFile, codeTyped, type FileChecked, LIMIT } from '@withy/shared/api'
import { addressOf } from '../http/address.ts'
import { readFileBody } from '../http/body.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { SealedVersions } from '../versions/sealed.ts'
import { type CopyCheckNeeds, createCopyCheck } from './check-copy.ts'
import { type FileReader, ReaderBusy, type ReadFile } from './file-reader.ts'

export type CheckNeeds = Omit<CopyCheckNeeds, 'roleOf'> & {
  readonly sealed: Pick<SealedVersions, 'byCode'>
  readonly reader: FileReader
}

/** A file of 20 MB comes in that time wherever a page does; who sends slower gives their place to others. */
const SENDING = 60_000

/**
 * Whether a file is a copy of what was agreed, and what a code stands for, for anybody who has one. Nothing of it is kept or logged
 * (SPEC EXPORT-89).
 */
export function checkRoutes(routes: Routes, { reader, ...needs }: CheckNeeds): void {
  const { checked, knownOf } = createCopyCheck({ ...needs, roleOf: routes.roles.roleOf })

  serve(routes, checkFile, async ({ c, me }): Promise<FileChecked> => {
    const address = addressOf(c)
    await routes.budgets.take('checks', address)
    const work = async (read: ReadFile) =>
      checked(await readFileBody(c, LIMIT.checkedFile, AbortSignal.timeout(SENDING)), read, me)
    return reader.within(address, work).catch((err: unknown) => {
      throw err instanceof ReaderBusy ? refuse('too-busy') : err
    })
  })

  serve(routes, checkCode, async ({ c, body, me }): Promise<CodeChecked> => {
    await routes.budgets.take('checks', addressOf(c))
    const code = codeTyped(body.code)
    const found = code === null ? null : await needs.sealed.byCode(code)
    return found ? { is: 'known', ...(await knownOf(found, me)) } : { is: 'unknown' }
  })
}
