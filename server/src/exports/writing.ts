import type { Format } from '@withy/shared/api'
import { createThread, ThreadBusy, type ThreadLimits } from '../own-thread.ts'
import type { Exported } from './exported.ts'
import { PdfBusy } from './pdf.ts'

/** Formats that are written in our own code alone. */
export type WrittenHere = Exclude<Format, 'pdf' | 'docx'>
/** Writes a copy down as one of them, as `FormatMaker` says. Rejects with PdfBusy where too many wait. */
type Writing = (copy: Exported, as: WrittenHere) => Promise<string | Uint8Array>

/** Each that waits holds a plan whole. */
const LIMITS: ThreadLimits = { waiting: 40, milliseconds: 60_000, megabytes: 1_000, idle: 120_000 }

/** In a thread of its own: two hundred pages take a tenth of a second and more, in which nobody's letter would be taken in. */
export function createWriting(): Writing {
  const write = createThread<object, string | Uint8Array>(new URL('./write-worker.ts', import.meta.url), LIMITS)
  return (copy, as) =>
    write({ copy, as }).catch((err: unknown) => {
      throw err instanceof ThreadBusy ? new PdfBusy('too many copies at once') : err
    })
}
