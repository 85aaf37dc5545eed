import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FORMATS, type Format, type readSealed } from '@withy/shared/api'
import { isVisible, type Plan, writePlan } from '@withy/shared/plan'
import { anyText, buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import papa from 'papaparse'
import * as Y from 'yjs'
import type * as z from 'zod/mini'
import { openBot } from '../../src/testing/bot.ts'
import { bare } from '../../src/testing/exported-plans.ts'
import { asks, type Guest, startPlan } from '../../src/testing/guests.ts'
import { htmlOfMarkdown } from '../../src/testing/html-of-markdown.ts'
import { textOfHtml } from '../../src/testing/text-of-html.ts'
import { textOfDocx, textOfOdt } from '../../src/testing/text-of-office.ts'
import { isTurned, textOfPdf } from '../../src/testing/text-of-pdf.ts'
import { type CopyRead, missingFrom } from '../../src/testing/words-missing.ts'
import type { Scenario } from '../scenario.ts'
import { agree } from '../stage/agree.ts'
import { whyNoPoppler } from '../stage/poppler.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, inTime, LeftOut, within } from '../stage/within.ts'

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', ' \u200b=1', '＝1', '"=1"', 'a,b;c"d', '\r=cmd|"/c calc"!A1']

/** How long a copy is made tells nothing here, on a machine that others use too. */
const LONGEST_MS = 100_000

/** Formats with all words in them, and what a reader of each gives. */
const READERS: Partial<Record<Format, (file: Uint8Array) => string>> = {
  html: (file) => textOfHtml(strFromU8(file)),
  md: (file) => textOfHtml(htmlOfMarkdown(strFromU8(file))),
  txt: strFromU8,
  docx: textOfDocx,
  odt: textOfOdt,
}

/** Whatever a person or a program could put into a plan, in text and in cells, as somebody writes it who has their own browser. */
function hostilePlan(seed: number, many: number): Plan {
  const texts = [...HOSTILE_TEXTS, ...fc.sample(anyText, { seed, numRuns: many }), 'w'.repeat(5_000)]
  const cells = [...FORMULAS, ...texts].map((what) => ({ what, 'first-step': what, by: '2027-01-15' }))
  return buildPlan('area', {
    titles: { 'living-map': HOSTILE_TEXTS[0] },
    text: { 'place.where': texts },
    items: { 'living-map.do': cells },
  })
}

/** A plan of such words, sealed by who wrote it. */
async function sealedHostile({ withy }: Stage, plan: Plan) {
  const [script = '', image = ''] = HOSTILE_TEXTS
  const guest = await startPlan(withy.origin, image)
  const at = `/api/plans/${guest.plan}`
  await asks(guest, 'PATCH', at, { title: script })
  const explained = { do: 'add', id: 'a-word-they-explain', word: '{{7*7}}', meaning: '=1+1 <b>*bold*</b>' }
  await asks(guest, 'POST', `${at}/glossary`, explained)
  const bot = openBot(guest, { mute: true })
  await inTime('it opens', bot.status)
  const doc = new Y.Doc()
  writePlan(doc, plan)
  bot.sync('step2', Y.encodeStateAsUpdate(doc))
  await within('the words are kept', () => bot.acked() === 1)
  bot.ws.terminate()
  await agree(guest, [guest])
  const read = await asks<z.output<typeof readSealed.answer>>(guest, 'GET', `${at}/sealed/1`)
  const copy: CopyRead = { edition: read.edition, people: read.record.people, lang: 'en' }
  return { guest, copy, fingerprint: read.record.fingerprint }
}

async function take({ withy }: Stage, { plan, cookie }: Guest, format: Format) {
  const path = `/api/plans/${plan}/sealed/1/take-away/${format}`
  const answer = await inTime(`${format} is made`, fetch(withy.origin + path, { headers: { cookie } }), LONGEST_MS)
  return { status: answer.status, file: new Uint8Array(await answer.arrayBuffer()) }
}

const none = (missing: readonly string[], where: string) =>
  holds(missing.length === 0, `${where} lacks ${JSON.stringify(missing[0])}`)

/** Every cell as a spreadsheet reads it: no formula begins in one, and the words are there. */
function judgeTables(zip: Uint8Array, plan: Plan): number {
  const cells = Object.values(unzipSync(zip)).flatMap((csv) => {
    const { data, errors } = papa.parse<string[]>(strFromU8(csv).replace(/^\ufeff/, ''), { skipEmptyLines: true })
    holds(errors.length === 0, `CSV: ${errors[0]?.message}`)
    return data.flat()
  })
  const formula = cells.find((cell) =>
    /^[=+\-@＝＋－＠]/u.test(cell.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')),
  )
  holds(formula === undefined, `a cell is a formula: ${formula}`)
  // An apostrophe is what keeps a cell from being one.
  const words = (cell: string) => bare(cell).replaceAll("'", '')
  const found = new Set(cells.map(words))
  none(
    whatIn(plan).filter((what) => !found.has(words(what))),
    'csv',
  )
  return cells.length
}

const whatIn = (plan: Plan): string[] => {
  const box = plan.boxes['living-map.do']
  const cells = box?.type === 'list' ? box.items.map(({ cells }) => cells.what) : []
  // What half a letter becomes on its way is the protocol's: bytes carry none.
  return cells.flatMap((what) => (typeof what === 'string' ? [what.toWellFormed()] : [])).filter(isVisible)
}

function judgeDays(file: Uint8Array, plan: Plan): void {
  const days = new ICAL.Component(ICAL.parse(strFromU8(file))).getAllSubcomponents('vevent')
  const said = days.map((day) => bare(new ICAL.Event(day).summary)).join('\n')
  none(
    whatIn(plan).filter((words) => words.length < 1_000 && !said.includes(bare(words))),
    'ics',
  )
}

/** The file comes back as a plan that reads the same, to the letter. */
async function judgeReturn({ withy }: Stage, { cookie }: Guest, file: Uint8Array, fingerprint: string) {
  holds(JSON.parse(strFromU8(file)).fingerprint === fingerprint, 'the file is of other words')
  const said = Buffer.from(`${JSON.stringify({ name: 'Mallory', voice: 'resident' })}\n`)
  const brought = await fetch(`${withy.origin}/api/plans/import`, {
    method: 'POST',
    headers: { origin: withy.origin, cookie, 'content-type': 'application/octet-stream' },
    body: Buffer.concat([said, file]),
  })
  const { plan } = (await brought.json()) as { plan: string }
  holds(brought.status === 200, `bringing it back: ${brought.status}`)
  const again = await fetch(`${withy.origin}/api/plans/${plan}/take-away/json`, { headers: { cookie } })
  const { fingerprint: back } = (await again.json()) as { fingerprint: string }
  holds(back === fingerprint, 'what came back reads otherwise')
}

/** LibreOffice opens both and reads the same. @returns how many it opened: none where it is not there */
function judgeInLibreOffice(home: string, files: Readonly<Record<string, Uint8Array>>, copy: CopyRead): number {
  const folder = join(home, 'opened')
  mkdirSync(folder, { recursive: true })
  for (const [name, file] of Object.entries(files)) writeFileSync(join(folder, `${name}.${name}`), file)
  const paths = Object.keys(files).map((name) => join(folder, `${name}.${name}`))
  const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
  } catch {
    return 0
  }
  const args = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...paths]
  execFileSync('soffice', [settings, ...args], { stdio: 'ignore', timeout: 120_000 })
  for (const name of Object.keys(files))
    none(missingFrom(readFileSync(join(folder, `${name}.txt`), 'utf8'), copy), `${name} in LibreOffice`)
  return paths.length
}

export const D35: Scenario = {
  shows:
    'Hostile and broken words, written straight into a plan and sealed, are taken away in every format: each file opens in a reader of its own and has every word in order, no cell is a formula, and the JSON comes back as the same plan.',
  seeds: 2,
  async run(stage) {
    const lacking = whyNoPoppler()
    if (lacking) throw new LeftOut(lacking)
    await stage.withy.start()
    const { pid } = stage.withy.server()
    const plan = hostilePlan(stage.seed, stage.isShort ? 20 : 100)
    const { guest, copy, fingerprint } = await sealedHostile(stage, plan)
    const files: Partial<Record<Format, Uint8Array>> = {}
    for (const format of FORMATS) {
      const { status, file } = await take(stage, guest, format)
      // A plan about a place has no FHIR, and that is said.
      holds(format === 'fhir' ? status >= 400 && status < 500 : status === 200, `${format}: ${status}`)
      files[format] = file
      const read = READERS[format]
      if (read) none(missingFrom(read(file), copy), format)
    }
    const { pdf, csv, ics, json, docx, odt } = files as Record<Format, Uint8Array>
    const path = join(stage.home, 'hostile.pdf')
    writeFileSync(path, pdf)
    none(missingFrom(textOfPdf(path), copy, isTurned), 'pdf')
    const cells = judgeTables(csv, plan)
    judgeDays(ics, plan)
    await judgeReturn(stage, guest, json, fingerprint)
    const opened = stage.isShort ? 0 : judgeInLibreOffice(stage.home, { docx, odt }, copy)
    holds(stage.withy.server().pid === pid, 'the server is another process')
    return { total: { files: FORMATS.length, cells, 'opened in LibreOffice': opened } }
  },
}
