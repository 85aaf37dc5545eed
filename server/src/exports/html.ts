import type { BlockLanguage, Run } from '@withy/shared/plan'
import { html, raw } from 'hono/html'
import { styleWith } from './html-style.ts'
import { type Cell, type EasyRow, type Fact, type Node, photosIn, type RowPhoto, sidesOf } from './nodes.ts'
import type { Pages } from './pages.ts'
import { pictureSvg } from './picture-files.ts'

/** A stretch of the page. Everything put into an `html` template is escaped, unless it is one of these already. */
type Html = ReturnType<typeof html>

/**
 * A copy as one HTML file that needs nothing else: no script, no file beside it, no request. What it is stands at the top and on
 * every printed page (SPEC EXPORT-1, EXPORT-2).
 */
export function writeHtml(pages: Pages): string {
  const { title, titled, lang, head, mark, isDraft, nodes, photos } = pages
  const contents = nodes.findIndex(({ is }) => is === 'contents')
  const [before, after] = [nodes.slice(0, contents + 1), nodes.slice(contents + 1)]
  const draw = (node: Node): Html => nodeToHtml(node, photos)
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${raw(photosIn(nodes).length > 0 ? '; img-src data:' : '')}">
<meta name="referrer" content="no-referrer">
<title>${title} - ${head}</title>
<style>${raw(styleWith(pages))}</style>
</head>
<body>
${isDraft ? html`<p class="on-paper" aria-hidden="true">${head}</p>` : ''}
<header>
${MARK}
<h1 dir="auto"${titled.lang ? html` lang="${titled.lang}"` : ''}>${title}</h1>
${before.map(draw)}
</header>
<main>
${after.map(draw)}
</main>
${mark ? html`<footer><p>${head} <span class="mark">${mark}</span></p></footer>` : ''}
</body>
</html>
`
  return String(page)
}

/** The stems of Withy, as on its pages; drawn here, because nothing may be fetched. */
const MARK = raw(
  '<p class="withy"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M9.5 29.5C11 21 20 17.5 25.5 4M22.5 29.5C21 21 12 17.5 6.5 4M16 29.5V3" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg> Withy</p>',
)

const spoken = ({ lang, dir }: BlockLanguage): Html =>
  html`${lang ? html` lang="${lang}"` : ''}${dir ? html` dir="${dir}"` : ''}`

function nodeToHtml(node: Node, photos: Pages['photos']): Html {
  const draw = (inside: Node): Html => nodeToHtml(inside, photos)
  if (node.is === 'heading') return headingToHtml(node)
  if (node.is === 'paragraph')
    return html`<p${node.tone ? html` class="${node.tone}"` : ''}${spoken(node)}>${node.runs.map(runToHtml)}</p>
`
  if (node.is === 'facts') return html`<dl>${node.facts.map(factToHtml)}</dl>`
  if (node.is === 'easy')
    return html`<ul class="easy" role="list">${node.rows.map((row) => easyRowToHtml(row, photos))}</ul>
`
  if (node.is === 'note')
    return html`<div class="${node.as ?? 'note'}">${node.inside.map(draw)}</div>
`
  if (node.is === 'table') return tableToHtml(node)
  if (node.is === 'contents')
    return html`<nav aria-labelledby="contents"><h2 id="contents">${node.title}</h2>
<ul>${node.of.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`
  const items = node.items.map((item) => html`<li>${item.map(draw)}</li>`)
  if (node.is === 'numbers')
    return html`<ol${spoken(node)}>${items}</ol>
`
  return html`<ul${node.as ? html` class="${node.as}"` : ''}${spoken(node)}>${items}</ul>
`
}

/** The title of the page is the one h1: the others are one lower than in the copy, as low as HTML goes. */
function headingToHtml(node: Node & { readonly is: 'heading' }): Html {
  const attributes = html`${node.id ? html` id="${node.id}"` : ''}${spoken(node)}`
  const inside = node.runs.map(runToHtml)
  const tag = raw(`h${Math.min(6, node.level + 1)}`)
  return html`<${tag}${attributes}>${inside}</${tag}>
`
}

const factToHtml = (fact: Fact): Html => html`<dt>${fact.label}</dt><dd${spoken(fact)}>${fact.runs.map(runToHtml)}</dd>`

/** Nobody is told of a picture of ours: it shows what the words beside it say. A photo has what people say it shows. */
function easyRowToHtml(row: EasyRow, photos: Pages['photos']): Html {
  const picture = row.picture ? raw(pictureSvg(row.picture).trim().replace('<svg ', '<svg aria-hidden="true" ')) : ''
  const sides = sidesOf(row).map((cell) => html`<p${spoken(cell)}>${cell.runs.map(runToHtml)}</p>`)
  const note = row.note ? html`<p class="quiet"${spoken(row.note)}>${row.note.runs.map(runToHtml)}</p>` : ''
  const words = sides.length > 1 ? html`<div class="sides">${sides}</div>` : sides
  return html`<li>${row.photo ? photoToHtml(row.photo, photos) : picture}${words}${note}</li>`
}

function photoToHtml(photo: RowPhoto, photos: Pages['photos']): Html {
  const bytes = Buffer.from(photos.get(photo.id) ?? []).toString('base64')
  return html`<img src="data:image/jpeg;base64,${raw(bytes)}" alt="${photo.alt}"${spoken(photo)}>`
}

/** Its roles are said, since a narrow screen lays it out as what it is not. */
const tableToHtml = ({ head, rows }: Node & { readonly is: 'table' }): Html =>
  html`<table role="table"><thead role="rowgroup"><tr role="row">${head.map((cell) => html`<th scope="col" role="columnheader">${cell}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map((cell, column) => cellToHtml(cell, head[column] ?? '', column))}</tr>`)}</tbody></table>
`

const cellToHtml = (cell: Cell, head: string, column: number): Html =>
  column === 0
    ? html`<th scope="row" role="rowheader"${spoken(cell)}>${cell.runs.map(runToHtml)}</th>`
    : html`<td role="cell" data-head="${head}"${spoken(cell)}>${cell.runs.map(runToHtml)}</td>`

function runToHtml({ text, bold, italic, link }: Run): Html {
  const lines = text.split('\n')
  let words = html`${lines.map((line, n) => (n === 0 ? line : html`<br>${line}`))}`
  if (italic) words = html`<em>${words}</em>`
  if (bold) words = html`<strong>${words}</strong>`
  return link ? html`<a href="${link}" rel="noreferrer noopener">${words}</a>` : words
}
