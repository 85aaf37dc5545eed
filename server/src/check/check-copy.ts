import {
  type CopyMarkRead,
  type CopySize,
  type FileChecked,
  type Format,
  readCopyMarks,
  type TalkInCopy,
} from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import type { Site } from '../http/origin.ts'
import type { Secrets } from '../http/secrets.ts'
import { sha256 } from '../sha256.ts'
import type { CopyGivenStore } from '../storage/copies-given.ts'
import type { Roles } from '../storage/people.ts'
import type { Sealed, SealedVersions, SealedWhole } from '../versions/sealed.ts'
import { annexIn } from './annex-in-copy.ts'
import { differencesIn } from './compare.ts'
import type { ReadFile } from './file-reader.ts'
import type { FileWords } from './file-words.ts'
import { isDraft } from './is-draft.ts'
import { copiesIn, judge, unnamed } from './judge.ts'
import { lettersHash } from './letters.ts'

type Wanted = {
  readonly lang: Language
  readonly size: CopySize
  readonly talk?: TalkInCopy | undefined
  readonly sections?: readonly string[]
}

export type CopyCheckNeeds = {
  readonly sealed: Pick<SealedVersions, 'at' | 'byCode' | 'newest'>
  readonly secrets: Pick<Secrets, 'copyProof'>
  readonly site: Pick<Site, 'isOwn'>
  readonly store: Pick<CopyGivenStore, 'copyGiven' | 'copiesGiven'>
  readonly roleOf: Roles['roleOf']
  /** Makes a copy of a sealed version once more. `asker`: whose place it takes. */
  readonly makeCopy: (
    version: SealedWhole,
    format: Format,
    wanted: Wanted,
    asker: string,
  ) => Promise<string | Uint8Array>
}

/** Says of a file which agreed version it is a copy of, and whether it was changed. */
export function createCopyCheck({ sealed, secrets, site, store, roleOf, makeCopy }: CopyCheckNeeds) {
  const isOwn = (address: string) => site.isOwn(URL.parse(address)?.origin)

  /** One after the other, of all who check: they never take more than one of the places there are for people's own copies. */
  let last: Promise<unknown> = Promise.resolve()
  const makeInTurn = (version: SealedWhole, format: Format, wanted: Wanted) => {
    const made = last.then(() => makeCopy(version, format, wanted, 'check'))
    last = made.catch(() => {})
    return made
  }

  /** What anybody with its code may know of a version; whose plan it is, people of the plan alone. */
  async function knownOf({ of, record, newest, withdrawn }: Sealed, me: string | null) {
    const role = me === null ? null : await roleOf(of, me)
    const newer = newest > record.number ? (await sealed.newest(of))?.record : null
    return {
      number: record.number,
      sealedAt: record.sealedAt,
      newer: newer ? { number: newer.number, sealedAt: newer.sealedAt } : null,
      withdrawn: withdrawn.length,
      plan: role === null ? null : of,
    }
  }

  /** A file that was given here, byte for byte, needs no reading; null: it was not. */
  async function asGiven(bytes: Uint8Array, me: string | null): Promise<FileChecked | null> {
    const given = await store.copyGiven(sha256(bytes))
    const version = given && (await sealed.byCode(given.code))
    if (!version) return null
    const marks = readCopyMarks(`${given.which}/${secrets.copyProof(given.which)}`)
    const [isPart, hasTalk] = [marks.some((mark) => mark.isPart), marks.some((mark) => mark.talk !== undefined)]
    return { is: 'agreed', isPart, hasTalk, isRedrawn: false, ...(await knownOf(version, me)) }
  }

  async function comparedWith(
    { which, lang, size, talk, isPart, sectionsOf }: CopyMarkRead,
    version: SealedWhole,
    file: FileWords,
    read: ReadFile,
    me: string | null,
  ): Promise<FileChecked> {
    const known = { hasTalk: talk !== undefined, ...(await knownOf(version, me)) }
    const asGiven = judge(file, await store.copiesGiven(which, file.form), isOwn)
    if (asGiven) return { is: 'agreed', isPart, ...asGiven, ...known }
    const sections = sectionsOf(version.edition)
    const made = await makeInTurn(version, file.form, { lang, size, talk, ...(sections && { sections }) })
    const again = await read(typeof made === 'string' ? new TextEncoder().encode(made) : made)
    if ('unreadable' in again) throw new Error('a copy of our own cannot be read')
    const asMade = judge(file, [{ letters: lettersHash(again), look: again.look }], isOwn)
    if (asMade) return { is: 'agreed', isPart, ...asMade, ...known }
    // What was agreed instead is for people who may read it. To anybody else it would tell the plan, word by word.
    const differences =
      known.plan === null ? null : await differencesIn(again.words, file.words, talk ? annexIn(again, lang) : null)
    return { is: 'changed', ...known, differences }
  }

  /** What a file is of the copies it says it is; null: it names none we know. */
  async function compared(file: FileWords, read: ReadFile, me: string | null): Promise<FileChecked | null> {
    const marks = copiesIn(file, ({ which, proof }) => secrets.copyProof(which) === proof)
    let changed: FileChecked | null = null
    for (const mark of marks) {
      const found = await sealed.byCode(mark.code)
      const version = found && (await sealed.at(found.of, String(found.record.number)))
      if (!version) continue
      const checked = await comparedWith(mark, version, file, read, me)
      // Other marks can stand in a plan's own words: the one it is a copy of decides (SPEC EXPORT-25).
      if (checked.is === 'agreed') return checked
      changed ??= checked
    }
    return isDraft(file) ? null : changed
  }

  return {
    knownOf,
    async checked(bytes: Uint8Array, read: ReadFile, me: string | null): Promise<FileChecked> {
      const given = await asGiven(bytes, me)
      if (given) return given
      const file = await read(bytes)
      if ('unreadable' in file) return { is: 'unreadable', why: file.unreadable }
      return (await compared(file, read, me)) ?? unnamed(file)
    },
  }
}
