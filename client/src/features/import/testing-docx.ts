import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Extras = { readonly links?: Readonly<Record<string, string>>; readonly parts?: Readonly<Record<string, string>> }

/** A Word file as small as one can be, with this inside its body. `links`: addresses by relation. */
export function docxOf(body: string, { links = {}, parts = {} }: Extras = {}): Uint8Array {
  const relations = [
    `<Relationship Id="styles" Type="${RELATION}/styles" Target="styles.xml"/>`,
    `<Relationship Id="numbering" Type="${RELATION}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="notes" Type="${RELATION}/footnotes" Target="footnotes.xml"/>`,
    ...Object.entries(links).map(
      ([id, to]) => `<Relationship Id="${id}" Type="${RELATION}/hyperlink" Target="${to}" TargetMode="External"/>`,
    ),
  ].join('')
  const level = (at: number, form: string) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${form}"/></w:lvl>`
  const all: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="5"><w:p><w:r><w:t>From the parish book.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/document.xml': `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, words]) => [name, strToU8(words)])))
}

/** A paragraph of a Word file; `properties` and `runs` as Word writes them. */
export const paragraph = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
export const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
