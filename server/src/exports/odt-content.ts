import type { BlockLanguage, Run } from '@withy/shared/plan'
import { html, raw } from 'hono/html'
import { type Cell, directionOf, type EasyRow, type Fact, type Node, type RowPhoto, sidesIn, sidesOf } from './nodes.ts'
import { languageProperties, NAMESPACES, XML_HEAD, type Xml } from './odt-styles.ts'
import type { Pages } from './pages.ts'
import { photoSize } from './photo-size.ts'

const HEADINGS = [1, 2, 3, 4, 5, 6].map((level) => `Heading_20_${level}`)
const TONES = { name: 'Item_20_name', quiet: 'Quiet' } as const

/** The words of a copy, and the styles that they need besides the named ones. */
export function contentOf({ title, titled, nodes, photos }: Pages): Xml {
  const copy = new Copy(photos)
  const name = copy.style('Title', { ...titled, ...directionOf(title) })
  const words = nodes.map((node) => copy.block(node, {}))
  return html`${XML_HEAD}<office:document-content${NAMESPACES} office:version="1.3">
<office:automatic-styles>${copy.styles()}${CELLS}</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="${name}">${wordsOf(title)}</text:p>
${words}</office:text></office:body></office:document-content>
`
}

const CELLS = raw(
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #424e54" fo:padding="0.15cm"/></style:style>' +
    '<style:style style:name="EasyCell" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.2cm" style:vertical-align="middle"/></style:style>' +
    '<style:style style:name="EasyRow" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>' +
    '<style:style style:name="EasyPicture" style:family="table-column"><style:table-column-properties style:column-width="3.6cm"/></style:style>' +
    [12.4, 6.2, 4.1]
      .map(
        (width, n) =>
          `<style:style style:name="EasyWords${n + 1}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
      )
      .join('') +
    '<style:style style:name="Easy" style:family="table"><style:table-properties style:width="16cm" table:align="left" table:border-model="collapsing"/></style:style>',
)

class Copy {
  /** Styles of paragraphs in another language or direction, by what they are made of. */
  readonly #styles = new Map<string, { readonly name: string; readonly xml: Xml }>()
  readonly #photos: Pages['photos']
  #tables = 0
  #pictures = 0

  constructor(photos: Pages['photos']) {
    this.#photos = photos
  }

  styles(): Xml[] {
    return [...this.#styles.values()].map(({ xml }) => xml)
  }

  block(node: Node, around: BlockLanguage, style = 'Standard'): Xml {
    const spoken = { ...around, ...(node.lang && { lang: node.lang }), ...(node.dir && { dir: node.dir }) }
    if (node.is === 'heading') {
      const place = node.id ? html`<text:bookmark text:name="${node.id}"/>` : ''
      const name = this.style(HEADINGS[node.level - 1] ?? 'Heading_20_6', spoken)
      return html`<text:h text:style-name="${name}" text:outline-level="${node.level}">${place}${node.runs.map(runOf)}</text:h>
`
    }
    if (node.is === 'paragraph') return this.#paragraph(node.runs, node.tone ? TONES[node.tone] : style, spoken)
    if (node.is === 'facts') return html`${node.facts.map((fact) => this.#fact(fact, spoken))}`
    if (node.is === 'note') return html`${node.inside.map((inner) => this.block(inner, spoken, 'Note'))}`
    if (node.is === 'table') return this.#table(node, spoken)
    if (node.is === 'easy') return this.#easy(node.rows, spoken)
    if (node.is === 'contents')
      return html`<text:h text:style-name="Heading_20_1" text:outline-level="1">${wordsOf(node.title)}</text:h>
<text:list text:style-name="Bullets">${node.of.map(
        ({ id, title }) =>
          html`<text:list-item><text:p text:style-name="Standard"><text:a xlink:type="simple" xlink:href="#${id}">${wordsOf(title)}</text:a></text:p></text:list-item>`,
      )}</text:list>
`
    const name = node.is === 'bullets' ? 'Bullets' : 'Numbers'
    return html`<text:list text:style-name="${name}">${node.items.map(
      (item) => html`<text:list-item>${item.map((inner) => this.block(inner, spoken))}</text:list-item>`,
    )}</text:list>
`
  }

  #paragraph(runs: readonly Run[], style: string, spoken: BlockLanguage): Xml {
    return html`<text:p text:style-name="${this.style(style, spoken)}">${runs.map(runOf)}</text:p>
`
  }

  #fact({ label, runs, ...own }: Fact, around: BlockLanguage): Xml {
    const name = this.style('Fact', { ...around, ...own })
    return html`<text:p text:style-name="${name}"><text:span text:style-name="Label">${wordsOf(label)}: </text:span>${runs.map(runOf)}</text:p>
`
  }

  #table({ head, rows }: Node & { readonly is: 'table' }, around: BlockLanguage): Xml {
    const heads = head.map((words) => this.#cell({ runs: [{ text: words }] }, 'Table_20_head', {}))
    return html`<table:table table:name="Table${++this.#tables}"><table:table-column table:number-columns-repeated="${head.length}"/>
<table:table-header-rows><table:table-row>${heads}</table:table-row></table:table-header-rows>
${rows.map((row) => html`<table:table-row>${row.map((cell) => this.#cell(cell, 'Standard', around))}</table:table-row>`)}</table:table>
`
  }

  /** With what people say it shows. */
  #photo({ id, alt }: RowPhoto): Xml {
    const { wide, high } = photoSize(this.#photos.get(id) ?? new Uint8Array())
    return html`<draw:frame draw:name="Picture${++this.#pictures}" text:anchor-type="as-char" svg:width="${wide}cm" svg:height="${high}cm"><draw:image xlink:href="Pictures/photo-${id}.jpg" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/jpeg"/>${alt ? html`<svg:desc>${alt}</svg:desc>` : ''}</draw:frame>`
  }

  /** A table, since nothing else keeps words beside their picture. Nobody is told of a picture of ours: its words say the same. */
  #easy(rows: readonly EasyRow[], around: BlockLanguage): Xml {
    const pictureOf = (id: string) =>
      html`<draw:frame draw:name="Picture${++this.#pictures}" text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:image xlink:href="Pictures/${id}.svg" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/svg+xml"/><draw:image xlink:href="Pictures/${id}.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/png"/></draw:frame>`
    const columns = sidesIn(rows)
    const sideOf =
      (note: Cell | undefined) =>
      ({ runs, ...own }: Cell, n: number, all: readonly Cell[]) => {
        // The last of a row that has fewer takes what room there is.
        const spans = n === all.length - 1 ? columns - n : 1
        const spanned = spans > 1 ? html` table:number-columns-spanned="${spans}"` : ''
        const covered = Array.from({ length: spans - 1 }, () => raw('<table:covered-table-cell/>'))
        return html`<table:table-cell table:style-name="EasyCell"${spanned} office:value-type="string">${this.#paragraph(runs, 'Standard', { ...around, ...own })}${n === 0 && note ? this.#paragraph(note.runs, 'Standard', around) : ''}</table:table-cell>${covered}`
      }
    const rowOf = (row: EasyRow) =>
      html`<table:table-row table:style-name="EasyRow"><table:table-cell table:style-name="EasyCell"><text:p text:style-name="Standard">${row.photo ? this.#photo(row.photo) : row.picture ? pictureOf(row.picture) : ''}</text:p></table:table-cell>${sidesOf(row).map(sideOf(row.note))}</table:table-row>`
    return html`<table:table table:name="Table${++this.#tables}" table:style-name="Easy"><table:table-column table:style-name="EasyPicture"/><table:table-column table:style-name="EasyWords${columns}" table:number-columns-repeated="${columns}"/>${rows.map(rowOf)}</table:table>
`
  }

  #cell({ runs, ...own }: Cell, style: string, around: BlockLanguage): Xml {
    return html`<table:table-cell table:style-name="Cell" office:value-type="string">${this.#paragraph(runs, style, { ...around, ...own })}</table:table-cell>`
  }

  /** A style as it is, or one made from it for a language and direction. */
  style(parent: string, { lang, dir }: BlockLanguage): string {
    if (!lang && !dir) return parent
    const key = [parent, lang, dir].join(' ')
    const name = this.#styles.get(key)?.name ?? `P${this.#styles.size + 1}`
    const direction = dir === 'rtl' ? 'rl-tb' : 'lr-tb'
    const xml = html`<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">${dir ? html`<style:paragraph-properties style:writing-mode="${direction}" fo:text-align="start"/>` : ''}${lang ? html`<style:text-properties${languageProperties(lang)}/>` : ''}</style:style>`
    this.#styles.set(key, { name, xml })
    return name
  }
}

function runOf({ text, bold, italic, link }: Run): Xml {
  const style = [bold && 'Strong', italic && 'Emphasis'].filter(Boolean).join('_20_')
  const words = style ? html`<text:span text:style-name="${style}">${wordsOf(text)}</text:span>` : wordsOf(text)
  return link ? html`<text:a xlink:type="simple" xlink:href="${link}">${words}</text:a>` : words
}

/** Line ends and spaces are elements: white space by itself is read as one space, and at an end as none. */
const wordsOf = (text: string): Xml =>
  html`${text.split(/(\n| {2,}|^ | $)/).map((piece) => {
    if (piece === '\n') return raw('<text:line-break/>')
    return /^ +$/.test(piece) ? html`<text:s text:c="${piece.length}"/>` : piece
  })}`
