import type { Format } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { hasDays } from './calendar.ts'
import type { Exported } from './exported.ts'
import type { PdfMaker } from './pdf.ts'
import { createWriting } from './writing.ts'

/** A way to write a copy down. */
export type FormatMaker = {
  readonly extension: string
  /** Its media type, for the header. */
  readonly type: string
  /**
   * The same bytes for the same copy, on any day and in any process (SPEC EXPORT-11). `asker`: a person's id, for what has
   * places for so many only. Rejects with `PdfBusy` where there is none, with `PdfStopped` once `signal` says that nobody waits.
   */
  make(exported: Exported, asker: string, signal?: AbortSignal): Promise<string | Uint8Array>
}

/** Every format by its id. One that is in shared's list and not here does not compile. */
export type Formats = Readonly<Record<Format, FormatMaker>>

export const createFormats = ({ pdf }: { readonly pdf: PdfMaker }, write = createWriting()): Formats => ({
  html: {
    extension: 'html',
    type: 'text/html; charset=UTF-8',
    make: (exported) => write(exported, 'html'),
  },
  pdf: {
    extension: 'pdf',
    type: 'application/pdf',
    make: (exported, asker, signal) => pdf.make(exported, asker, 'pdf', signal),
  },
  md: {
    extension: 'md',
    type: 'text/markdown; charset=UTF-8',
    make: (exported) => write(exported, 'md'),
  },
  txt: { extension: 'txt', type: 'text/plain; charset=UTF-8', make: (exported) => write(exported, 'txt') },
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: (exported, asker, signal) => pdf.make(exported, asker, 'docx', signal),
  },
  odt: {
    extension: 'odt',
    type: 'application/vnd.oasis.opendocument.text',
    make: (exported) => write(exported, 'odt'),
  },
  csv: {
    extension: 'csv.zip',
    type: 'application/zip',
    make: (exported) => write(exported, 'csv'),
  },
  ics: {
    extension: 'ics',
    type: 'text/calendar; charset=UTF-8',
    make: async (exported) => {
      if (!hasDays(exported)) throw refuse('calendar-without-days')
      return write(exported, 'ics')
    },
  },
  fhir: {
    extension: 'fhir.json',
    type: 'application/fhir+json; charset=UTF-8',
    make: async (exported) => {
      if (exported.edition.kind !== 'support') throw refuse('fhir-about-a-person')
      return write(exported, 'fhir')
    },
  },
  json: {
    extension: 'json',
    type: 'application/json; charset=UTF-8',
    make: (exported) => write(exported, 'json'),
  },
})
