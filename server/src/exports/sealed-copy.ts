import { type Format, type TalkInCopy, writeCopyMark } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import type { Secrets } from '../http/secrets.ts'
import type { SealedVersions, SealedWhole } from '../versions/sealed.ts'
import type { FindPhotos } from './copy-photos.ts'
import type { Exported } from './exported.ts'
import type { Formats } from './formats.ts'
import { PdfBusy } from './pdf.ts'

/** What of a copy can be chosen. */
export type Wanted = Pick<Exported, 'lang' | 'size' | 'sections'> & { readonly talk?: TalkInCopy | undefined }

/** `format`: what it will be written as. */
export type SealedCopy = (version: SealedWhole, wanted: Wanted, format: Format) => Promise<Exported>

/** A copy of a sealed version: of what is kept of it, and of nothing that is so today. */
export const createSealedCopy =
  (
    { copyProof, planKey }: Pick<Secrets, 'copyProof' | 'planKey'>,
    sealed: Pick<SealedVersions, 'annexAt'>,
    findPhotos: FindPhotos,
  ): SealedCopy =>
  async ({ of, record, code, edition, plan }, { talk: how, ...wanted }, format) => {
    // Where nothing is kept beside it, the copy is the one without: its mark says so (SPEC TALK-86).
    const annex = how && !wanted.sections ? await sealed.annexAt(of, String(record.number)) : null
    const talk = how && annex && { how, annex }
    const mark = writeCopyMark({ ...wanted, ...(talk && { talk: talk.how }), code }, edition, copyProof)
    const photos = await findPhotos(of, edition, { ...wanted, format })
    return {
      ...{ edition, plan, people: record.people, planKey: planKey(of) },
      status: { is: 'sealed', record, code, mark },
      ...wanted,
      ...(talk && { talk }),
      ...(photos && { photos }),
    }
  }

/**
 * Makes copies of sealed versions for other features. `asker`: whose place a PDF takes. Refuses with `too-busy` where there is none.
 */
export const createCopyMaker =
  (formats: Formats, sealedCopy: SealedCopy) =>
  async (version: SealedWhole, format: Format, wanted: Wanted, asker: string): Promise<string | Uint8Array> => {
    const copy = await sealedCopy(version, wanted, format)
    return formats[format].make(copy, asker).catch((err: unknown) => {
      throw err instanceof PdfBusy ? refuse('too-busy') : err
    })
  }
