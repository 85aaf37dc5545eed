import type { Format } from '@withy/shared/api'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { pagesOf } from './pages.ts'
import type { PdfMaker } from './pdf.ts'
import { writeText } from './plain-text.ts'

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

export const createFormats = ({ pdf }: { readonly pdf: PdfMaker }): Formats => ({
  html: {
    extension: 'html',
    type: 'text/html; charset=UTF-8',
    make: async (exported) => writeHtml(pagesOf(exported)),
  },
  pdf: {
    extension: 'pdf',
    type: 'application/pdf',
    make: (exported, asker, signal) => pdf.make(pagesOf(exported), asker, 'pdf', signal),
  },
  md: {
    extension: 'md',
    type: 'text/markdown; charset=UTF-8',
    make: async (exported) => writeMarkdown(pagesOf(exported)),
  },
  txt: { extension: 'txt', type: 'text/plain; charset=UTF-8', make: async (exported) => writeText(pagesOf(exported)) },
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: (exported, asker, signal) => pdf.make(pagesOf(exported), asker, 'docx', signal),
  },
  odt: {
    extension: 'odt',
    type: 'application/vnd.oasis.opendocument.text',
    make: async (exported) => (await import('./odt.ts')).writeOdt(pagesOf(exported)),
  },
  // What is not asked for often is loaded when it is.
  csv: {
    extension: 'csv.zip',
    type: 'application/zip',
    make: async (exported) => (await import('./csv.ts')).writeCsv(exported),
  },
  ics: {
    extension: 'ics',
    type: 'text/calendar; charset=UTF-8',
    make: async (exported) => (await import('./calendar.ts')).writeCalendar(exported),
  },
  fhir: {
    extension: 'fhir.json',
    type: 'application/fhir+json; charset=UTF-8',
    make: async (exported) => (await import('./fhir.ts')).writeFhir(exported),
  },
  json: {
    extension: 'json',
    type: 'application/json; charset=UTF-8',
    make: async (exported) => (await import('./json.ts')).writeJson(exported),
  },
})
