import type { Block, RichText, Run } from '@withy/shared/plan'
import { html, raw } from 'hono/html'
import { seen, visibleText } from '../http/visible-text.ts'
import { type ExportBox, type Exported, type ExportPart, type ExportSection, explainedIn, partsOf } from './document.ts'
import { headingLevels } from './headings.ts'
import { styleWith } from './html-style.ts'
import type { Fact, ItemEntry } from './item-entry.ts'
import { aboutPerson, KIND, momentInWords, OURS } from './words.ts'

/** A stretch of the page. Everything put into an `html` template is escaped, unless it is one of these already. */
type Html = ReturnType<typeof html>

/**
 * The plan as it stands as one HTML file that needs nothing else: no script, no picture, no request. Every word of the
 * plan is in it, marked as a draft at the top and on every printed page (SPEC EXPORT-1, EXPORT-2).
 */
export function planToHtml(exported: Exported): string {
  const { lang, kind, plan, people } = exported
  const title = seen(exported.title) || KIND[kind][lang]
  const parts = partsOf(exported)
  const unplaced = plan.unplaced.length > 0
  const explained = explainedIn(exported)
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title} - ${OURS.draft[lang]}</title>
<style>${raw(styleWith(OURS.draft[lang]))}</style>
</head>
<body>
<p class="on-paper" aria-hidden="true">${OURS.draft[lang]}</p>
<header>
${MARK}
<h1><bdi>${title}</bdi></h1>
<p>${KIND[kind][lang]}</p>
<p class="draft"><strong>${OURS.draft[lang]}.</strong> ${OURS.unfinished[lang]} ${momentInWords(exported.at, lang)}. ${OURS.mayChange[lang]}</p>
</header>
<nav aria-labelledby="contents"><h2 id="contents">${OURS.contents[lang]}</h2>
<ul>${parts.map((part, n) => html`<li><a href="#part-${n + 1}">${part.title}</a></li>`)}
${explained.length > 0 ? html`<li><a href="#explained">${OURS.explained[lang]}</a></li>` : ''}
${unplaced ? html`<li><a href="#unplaced">${OURS.unplaced[lang]}</a></li>` : ''}</ul></nav>
<main>
<section><h2>${OURS.people[lang]}</h2><p class="quiet">${OURS.asTheySay[lang]}</p>
<ul>${people.map((person) => html`<li><bdi>${visibleText(person.name)}</bdi>: ${aboutPerson(person, lang)}</li>`)}</ul></section>
${parts.map((part, n) => partToHtml(part, n + 1, lang))}
${explained.length > 0 ? explainedToHtml(explained, lang) : ''}
${unplaced ? unplacedToHtml(exported) : ''}
</main>
</body>
</html>
`
  return String(page)
}

/** The stems of Withy, as on its pages; drawn here, because nothing may be fetched. */
const MARK = raw(
  '<p class="withy"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M9.5 29.5C11 21 20 17.5 25.5 4M22.5 29.5C21 21 12 17.5 6.5 4M16 29.5V3" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg> Withy</p>',
)

const partToHtml = ({ title, sections, empty }: ExportPart, number: number, lang: Exported['lang']): Html =>
  html`<section id="part-${number}"><h2>${title}</h2>
${sections.map(sectionToHtml)}
${empty.length > 0 ? html`<p class="empty">${OURS.stillEmpty[lang]} ${empty.join(' · ')}</p>` : ''}</section>
`

const sectionToHtml = ({ title, boxes }: ExportSection): Html =>
  html`<section><h3 dir="auto">${title}</h3>${boxes.map(boxToHtml)}</section>
`

const boxToHtml = (box: ExportBox): Html =>
  html`<h4>${box.title}</h4>
${'text' in box ? textToHtml(box.text) : html`<ul class="items">${box.items.map(itemToHtml)}</ul>`}
`

const itemToHtml = ({ name, facts }: ItemEntry): Html =>
  html`<li><p class="name" dir="auto">${name}</p>${facts.length > 0 ? html`<dl>${facts.map(factToHtml)}</dl>` : ''}</li>
`

const factToHtml = ({ label, words, link }: Fact): Html =>
  html`<dt>${label}</dt><dd dir="auto">${words}${link ? html` <a href="${link}">${link}</a>` : ''}</dd>`

const unplacedToHtml = ({ plan, lang }: Exported): Html =>
  html`<section id="unplaced"><h2>${OURS.unplaced[lang]}</h2><p class="quiet">${OURS.unplacedAbout[lang]}</p>
<ul class="items">${plan.unplaced.map(({ words }) => html`<li><p class="name" dir="auto">${visibleText(words)}</p></li>`)}</ul></section>
`

const explainedToHtml = (words: ReturnType<typeof explainedIn>, lang: Exported['lang']): Html =>
  html`<section id="explained"><h2>${OURS.explained[lang]}</h2>
<dl>${words.map(({ word, meaning }) => html`<dt dir="auto">${word}</dt><dd dir="auto">${meaning}</dd>`)}</dl></section>
`

/** Blocks of a text box. Headings of people come below our own, one level at a time. */
function textToHtml(text: RichText): Html {
  const levels = headingLevels(text)
  const blockToHtml = (block: Block): Html => {
    const attributes = html`${block.lang ? html` lang="${block.lang}"` : ''} dir="${block.dir ?? 'auto'}"`
    if ('items' in block) {
      const items = block.items.map((item) => html`<li>${item.map(blockToHtml)}</li>`)
      return block.type === 'bullets' ? html`<ul${attributes}>${items}</ul>` : html`<ol${attributes}>${items}</ol>`
    }
    const words = block.runs.map(runToHtml)
    if (block.type === 'paragraph') return html`<p${attributes}>${words}</p>`
    return levels.get(block) === 1 ? html`<h5${attributes}>${words}</h5>` : html`<h6${attributes}>${words}</h6>`
  }
  return html`${text.map(blockToHtml)}`
}

function runToHtml({ text, bold, italic, link }: Run): Html {
  const lines = text.split('\n')
  let words = html`${lines.map((line, n) => (n === 0 ? line : html`<br>${line}`))}`
  if (italic) words = html`<em>${words}</em>`
  if (bold) words = html`<strong>${words}</strong>`
  return link ? html`<a href="${link}" rel="noreferrer noopener">${words}</a>` : words
}
