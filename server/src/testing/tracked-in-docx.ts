import { strFromU8, unzipSync } from 'fflate'

const INSIDE = {
  ins: /<w:ins [^>]*>((?:(?!<\/w:ins>).)*)<\/w:ins>/gs,
  del: /<w:del [^>]*>((?:(?!<\/w:del>).)*)<\/w:del>/gs,
}

/**
 * The lines of a Word file as they read once somebody has said yes, or no, to all tracked changes in it: what was put in, or taken out,
 * goes, and with the end of a paragraph that goes it is one with the next.
 */
export function linesAfter(file: Uint8Array, say: 'accept' | 'reject'): string[] {
  const document = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  const goes = say === 'accept' ? 'del' : 'ins'
  const lines: string[] = []
  let open = ''
  for (const [paragraph = ''] of document.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)) {
    const [properties = ''] = /^<w:p[^>]*><w:pPr>.*?<\/w:pPr>/s.exec(paragraph) ?? []
    const words = paragraph
      .slice(properties.length)
      .replace(INSIDE[goes], '')
      .replace(/<w:br\/>/g, '\n')
      .replace(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/g, '$1')
      .replace(/<[^>]*>/g, '')
    open += words
    if (new RegExp(`<w:${goes} [^>]*/>`).test(properties)) continue
    lines.push(open)
    open = ''
  }
  return [...lines, open]
}
