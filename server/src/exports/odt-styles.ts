import { html, raw } from 'hono/html'
import type { Pages } from './pages.ts'
import { OURS } from './words.ts'

/** A stretch of XML. `html` escapes what is put into it as XML asks for; it knows no names of elements. */
export type Xml = ReturnType<typeof html>

export const XML_HEAD = raw('<?xml version="1.0" encoding="UTF-8"?>\n')
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
export const NAMESPACES = raw(
  [
    ...['office', 'style', 'text', 'table', 'meta'].map((name) => ` xmlns:${name}="${OASIS}:${name}:1.0"`),
    ` xmlns:draw="${OASIS}:drawing:1.0" xmlns:svg="${OASIS}:svg-compatible:1.0"`,
    ` xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(''),
)

/** Points for words. Headings grow less in large letters, so that they stay on a line. */
const LETTERS = { normal: 11, large: 18, largest: 24, easy: 18 } as const
const HEADINGS = [1.6, 1.35, 1.1, 1, 1, 1]
const INK = '#1c2526'
const QUIET = '#424e54'
const LEAF = '#1b5343'

/** A language for Latin, Asian and other scripts alike: which of them words are in, a program finds out by itself. */
export function languageProperties(tag: string): Xml {
  const [language = '', ...rest] = tag.split('-')
  const country = rest.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? 'none'
  return html` fo:language="${language.toLowerCase()}" fo:country="${country}" style:language-asian="${language.toLowerCase()}" style:country-asian="${country}" style:language-complex="${language.toLowerCase()}" style:country-complex="${country}"`
}

/** The look of a copy as named styles, and what stands on each page: what it is, its mark, and the number of the page. */
export function stylesOf({ lang, size, head, mark }: Pages): Xml {
  const letters = LETTERS[size]
  const points = (times: number) => `${Math.round(letters * times)}pt`
  const sized = (times: number) =>
    html` fo:font-size="${points(times)}" style:font-size-asian="${points(times)}" style:font-size-complex="${points(times)}"`
  const bold = raw(' fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"')
  const italic = raw(' fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"')
  const style = (name: string, shown: string, paragraph: Xml | string, text: Xml | string, more: Xml | string = '') =>
    html`<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard"${more}><style:paragraph-properties${paragraph}/><style:text-properties${text}/></style:style>
`
  const span = (name: string, shown: string, text: Xml | string) =>
    html`<style:style style:name="${name}" style:display-name="${shown}" style:family="text"><style:text-properties${text}/></style:style>
`
  const apart = raw(' fo:keep-with-next="always" fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"')
  const besides = (side: string) =>
    html`<style:header-footer-properties fo:min-height="0.9cm" fo:margin-${side}="0.4cm"/>`
  const levels = Array.from({ length: 10 }, (_, n) => n + 1)
  const indent = (level: number) =>
    html`<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="${(level * 0.6).toFixed(1)}cm"/></style:list-level-properties>`
  return html`${XML_HEAD}<office:document-styles${NAMESPACES} office:version="1.3">
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="lr-tb"/><style:text-properties fo:color="${INK}"${sized(1)}${languageProperties(`${lang}-GB`)}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="130%"/><style:text-properties fo:font-family="Arial"/></style:style>
${style('Title', 'Title', apart, html`${bold}${sized(1.9)}`)}${HEADINGS.map((times, n) =>
  style(
    `Heading_20_${n + 1}`,
    `Heading ${n + 1}`,
    apart,
    html`${bold}${sized(times)}`,
    html` style:default-outline-level="${n + 1}"`,
  ),
)}${style('Item_20_name', 'Item name', raw(' fo:keep-with-next="always" fo:margin-top="0.14cm" fo:margin-bottom="0.07cm"'), bold)}${style('Fact', 'Fact', raw(' fo:margin-bottom="0.07cm"'), '')}${style('Quiet', 'Quiet', raw(' fo:keep-with-next="always"'), html` fo:color="${QUIET}"`)}${style('Table_20_head', 'Table head', raw(' fo:keep-with-next="always"'), bold)}${style('Note', 'Note', html` fo:border="1pt solid ${LEAF}" fo:padding="0.2cm"`, '')}${style('Around', 'Head and foot of pages', '', bold)}${span('Label', 'Label', html` fo:color="${QUIET}"`)}${span('Strong', 'Strong', bold)}${span('Emphasis', 'Emphasis', italic)}${span('Strong_20_Emphasis', 'Strong Emphasis', html`${bold}${italic}`)}
<text:list-style style:name="Bullets">${levels.map((level) => html`<text:list-level-style-bullet text:level="${level}" text:bullet-char="•">${indent(level)}</text:list-level-style-bullet>`)}</text:list-style>
<text:list-style style:name="Numbers">${levels.map((level) => html`<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">${indent(level)}</text:list-level-style-number>`)}</text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" style:writing-mode="lr-tb"/><style:header-style>${besides('bottom')}</style:header-style><style:footer-style>${besides('top')}</style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Around">${head}</text:p></style:header><style:footer><text:p text:style-name="Around">${[mark, OURS.page[lang]].filter(Boolean).join(' · ')} <text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>
`
}
