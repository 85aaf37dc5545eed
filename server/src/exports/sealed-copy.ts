import { type Format, writeCopyMark } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import type { Secrets } from '../http/secrets.ts'
import type { SealedWhole } from '../versions/sealed.ts'
import type { Exported } from './exported.ts'
import type { Formats } from './formats.ts'
import { PdfBusy } from './pdf.ts'

/** What of a copy can be chosen. */
export type Wanted = Pick<Exported, 'lang' | 'size' | 'sections'>

export type SealedCopy = (version: SealedWhole, wanted: Wanted) => Exported

/** A copy of a sealed version: of what is kept of it, and of nothing that is so today. */
export const createSealedCopy =
  ({ copyProof, planKey }: Pick<Secrets, 'copyProof' | 'planKey'>): SealedCopy =>
  ({ of, record, code, edition, plan }, wanted) => ({
    ...{ edition, plan, people: record.people, planKey: planKey(of) },
    status: { is: 'sealed', record, code, mark: writeCopyMark({ ...wanted, code }, edition, copyProof) },
    ...wanted,
  })

/**
 * Makes copies of sealed versions for other features. `asker`: whose place a PDF takes. Refuses with `too-busy` where there is none.
 */
export const createCopyMaker =
  (formats: Formats, sealedCopy: SealedCopy) =>
  (version: SealedWhole, format: Format, wanted: Wanted, asker: string): Promise<string | Uint8Array> =>
    formats[format].make(sealedCopy(version, wanted), asker).catch((err: unknown) => {
      throw err instanceof PdfBusy ? refuse('too-busy') : err
    })
