import { parentPort } from 'node:worker_threads'
import { writeCalendar } from './calendar.ts'
import { writeCsv } from './csv.ts'
import type { Exported } from './exported.ts'
import { writeFhir } from './fhir.ts'
import { writeHtml } from './html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { writeText } from './plain-text.ts'
import { withoutLanguage } from './theirs-in.ts'
import type { WrittenHere } from './writing.ts'

const WRITE: Readonly<Record<WrittenHere, (copy: Exported) => string | Uint8Array>> = {
  html: (copy) => writeHtml(pagesOf(copy)),
  // A plan in another language than the copy would be a box of HTML around each line: only lines that say one have it.
  md: (copy) => writeMarkdown(pagesOf(withoutLanguage(copy))),
  txt: (copy) => writeText(pagesOf(copy)),
  odt: (copy) => writeOdt(pagesOf(copy)),
  csv: writeCsv,
  ics: writeCalendar,
  fhir: writeFhir,
  json: writeJson,
}
parentPort?.on('message', ({ copy, as }: { copy: Exported; as: WrittenHere }) => {
  parentPort?.postMessage(WRITE[as](copy))
})
