import type { BlockLanguage, Language, Run } from '@withy/shared/plan'
import { html, raw } from 'hono/html'
import { easyAsList, type Node } from './nodes.ts'

type Xhtml = ReturnType<typeof html>

/** What people read of a resource: XHTML of the few elements FHIR allows, every word escaped. */
export type Narrative = { readonly status: 'generated'; readonly div: string }

export const narrativeOf = (nodes: readonly Node[], lang: Language): Narrative => ({
  status: 'generated',
  div: String(
    html`<div xmlns="http://www.w3.org/1999/xhtml" lang="${lang}-GB" xml:lang="${lang}-GB">${nodes.map(nodeOf)}</div>`,
  ),
})

const spoken = ({ lang, dir }: BlockLanguage): Xhtml =>
  html`${lang ? html` lang="${lang}" xml:lang="${lang}"` : ''}${dir ? html` dir="${dir}"` : ''}`

function nodeOf(node: Node): Xhtml {
  if (node.is === 'heading') {
    const tag = raw(`h${node.level}`)
    return html`<${tag}${spoken(node)}>${node.runs.map(runOf)}</${tag}>`
  }
  if (node.is === 'paragraph') return html`<p${spoken(node)}>${node.runs.map(runOf)}</p>`
  if (node.is === 'note') return html`<div>${node.inside.map(nodeOf)}</div>`
  if (node.is === 'facts')
    return html`${node.facts.map((fact) => html`<p${spoken(fact)}><b>${fact.label}:</b> ${fact.runs.map(runOf)}</p>`)}`
  if (node.is === 'table')
    return html`<table><thead><tr>${node.head.map((words) => html`<th>${words}</th>`)}</tr></thead><tbody>${node.rows.map(
      (row) => html`<tr>${row.map((cell) => html`<td${spoken(cell)}>${cell.runs.map(runOf)}</td>`)}</tr>`,
    )}</tbody></table>`
  if (node.is === 'contents') return html``
  if (node.is === 'easy') return nodeOf(easyAsList(node))
  const items = node.items.map((item) => html`<li>${item.map(nodeOf)}</li>`)
  return node.is === 'numbers' ? html`<ol${spoken(node)}>${items}</ol>` : html`<ul${spoken(node)}>${items}</ul>`
}

function runOf({ text, bold, italic, link }: Run): Xhtml {
  let words = html`${text.split('\n').map((line, n) => (n === 0 ? line : html`<br/>${line}`))}`
  if (italic) words = html`<i>${words}</i>`
  if (bold) words = html`<b>${words}</b>`
  return link ? html`<a href="${link}">${words}</a>` : words
}
