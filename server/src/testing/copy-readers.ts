import { writeDocx } from '../exports/docx.ts'
import type { Exported } from '../exports/exported.ts'
import { writeHtml } from '../exports/html.ts'
import { writeMarkdown } from '../exports/markdown.ts'
import { writeOdt } from '../exports/odt.ts'
import { pagesOf } from '../exports/pages.ts'
import { writeText } from '../exports/plain-text.ts'
import { htmlOfMarkdown } from './html-of-markdown.ts'
import { textOfHtml } from './text-of-html.ts'
import { textOfDocx, textOfOdt } from './text-of-office.ts'

/** Each format people read, but PDF, and what its own reader gives of it. */
export const READERS: Readonly<Record<string, (exported: Exported) => string | Promise<string>>> = {
  HTML: (exported) => textOfHtml(writeHtml(pagesOf(exported))),
  Markdown: (exported) => textOfHtml(htmlOfMarkdown(writeMarkdown(pagesOf(exported)))),
  'plain text': (exported) => writeText(pagesOf(exported)),
  DOCX: async (exported) => textOfDocx(await writeDocx(pagesOf(exported))),
  ODT: (exported) => textOfOdt(writeOdt(pagesOf(exported))),
}
