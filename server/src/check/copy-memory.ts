import { type Format, readCopyMarks } from '@withy/shared/api'
import type { Log } from '../log.ts'
import { sha256 } from '../sha256.ts'
import type { CopyGivenStore } from '../storage/copies-given.ts'
import type { FileReader } from './file-reader.ts'
import type { FileForm } from './file-words.ts'
import { lookedAt } from './looked.ts'
import { readOwnCopy } from './own-copies.ts'

export type CopyMemoryNeeds = {
  readonly store: Pick<CopyGivenStore, 'copyGiven' | 'keepCopyGiven'>
  readonly reader: FileReader
  readonly log: Pick<Log, 'error'>
  /** Fewer in tests. */
  readonly mostParts?: number
}

/** Of one version. There is no end of choices of sections. */
const MOST_PARTS = 1_000
/** Of the whole: three forms in two languages and three sizes, many times over. They have room whatever parts were given. */
const MOST_WHOLE = 1_000

/**
 * Remembers copies of sealed versions before they are given away, by hashes of their bytes, words and look: what a later Withy
 * writes in other words of ours, or lays out in another way, is known all the same (SPEC EXPORT-27). Never rejects: a copy
 * that could not be remembered is made again when it is checked.
 */
export function createCopyMemory({ store, reader, log, mostParts = MOST_PARTS }: CopyMemoryNeeds) {
  return async (format: Format, made: string | Uint8Array, mark: string): Promise<void> => {
    const [known] = readCopyMarks(mark)
    if (!known || !isReadable(format)) return
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made
    try {
      const file = sha256(bytes)
      if (await store.copyGiven(file)) return
      const looked =
        format === 'pdf'
          ? await reader.within(file, async (read) => lookedAt(await read(bytes)))
          : await readOwnCopy(bytes)
      if ('unreadable' in looked) throw new Error(`a copy of our own cannot be read: ${looked.unreadable}`)
      const { code, which } = known
      const most = known.isPart ? mostParts : mostParts + MOST_WHOLE
      await store.keepCopyGiven({ file, code, which, form: format, letters: looked.letters, look: looked.look }, most)
    } catch (err) {
      log.error({ err, format }, 'a copy was given and not remembered')
    }
  }
}

const isReadable = (format: Format): format is FileForm => format === 'pdf' || format === 'html' || format === 'json'
