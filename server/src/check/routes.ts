import {
  type CodeChecked,
  checkCode,
  checkFile,
  codeTyped,
  type FileChecked,
  type Format,
  LIMIT,
} from '@withy/shared/api'
import { addressOf } from '../http/address.ts'
import { readFileBody } from '../http/body.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Sealed, SealedVersions, SealedWhole } from '../versions/sealed.ts'
import { type FileReader, ReaderBusy } from './file-reader.ts'
import type { FileWords } from './file-words.ts'
import { copiesIn, judge, unnamed } from './judge.ts'

type Wanted = {
  readonly lang: 'en' | 'cy'
  readonly size: 'normal' | 'large' | 'largest'
  readonly sections?: readonly string[]
}

export type CheckNeeds = {
  readonly sealed: Pick<SealedVersions, 'at' | 'byCode'>
  readonly reader: FileReader
  /** Makes a copy of a sealed version once more. `asker`: whose place it takes. */
  readonly makeCopy: (
    version: SealedWhole,
    format: Format,
    wanted: Wanted,
    asker: string,
  ) => Promise<string | Uint8Array>
}

/**
 * Whether a file is a copy of what was agreed, and what a code stands for, for anybody who has one. Nothing of it is kept or logged
 * (SPEC EXPORT-89).
 */
export function checkRoutes(routes: Routes, { sealed, reader, makeCopy }: CheckNeeds): void {
  const read = (bytes: Uint8Array, address: string) =>
    reader.read(bytes, address).catch((err: unknown) => {
      throw err instanceof ReaderBusy ? refuse('too-busy') : err
    })

  /** What anybody with its code may know of a version; whose plan it is, people of the plan alone. */
  async function knownOf({ of, record, newest, withdrawn }: Sealed, me: string | null) {
    const role = me === null ? null : await routes.roles.roleOf(of, me)
    const newer = newest > record.number ? await sealed.at(of, String(newest)) : null
    return {
      number: record.number,
      sealedAt: record.sealedAt,
      newer: newer && { number: newer.record.number, sealedAt: newer.record.sealedAt },
      withdrawn: withdrawn.length,
      plan: role === null ? null : of,
    }
  }

  /** Null: the file names no version we know. */
  async function compared(file: FileWords, me: string | null, address: string): Promise<FileChecked | null> {
    for (const { code, lang, size, sectionsOf } of copiesIn(file)) {
      const found = await sealed.byCode(code)
      const version = found && (await sealed.at(found.of, String(found.record.number)))
      if (!version) continue
      const sections = sectionsOf(version.edition)
      const wanted = { lang, size, ...(sections && { sections }) }
      const made = await makeCopy(version, file.form, wanted, `check ${address}`)
      const again = await read(typeof made === 'string' ? new TextEncoder().encode(made) : made, address)
      if ('unreadable' in again) throw new Error('a copy of our own cannot be read')
      const known = await knownOf(version, me)
      const judged = judge(again, file, sections !== undefined)
      if (judged.is !== 'changed') return { ...judged, ...known }
      // What was agreed instead is for people who may read it. To anybody else it would tell the plan, word by word.
      return { ...judged, ...known, differences: known.plan === null ? null : judged.differences }
    }
    return null
  }

  serve(routes, checkFile, async ({ c, me }): Promise<FileChecked> => {
    const address = addressOf(c)
    await routes.budgets.take('checks', address)
    const file = await read(await readFileBody(c, LIMIT.checkedFile), address)
    if ('unreadable' in file) return { is: 'unreadable', why: file.unreadable }
    return (await compared(file, me, address)) ?? unnamed(file)
  })

  serve(routes, checkCode, async ({ c, body, me }): Promise<CodeChecked> => {
    await routes.budgets.take('checks', addressOf(c))
    const code = codeTyped(body.code)
    const found = code === null ? null : await sealed.byCode(code)
    return found ? { is: 'known', ...(await knownOf(found, me)) } : { is: 'unknown' }
  })
}
