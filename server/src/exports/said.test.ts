import { FORMATS } from '@withy/shared/api'
import { encodeTypeFor } from '@withy/shared/protocol'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../http/visible-text.ts'
import { READERS } from '../testing/copy-readers.ts'
import { examples } from '../testing/exported-plans.ts'
import { asks, type Guest, joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { writeParagraph } from '../testing/writer.ts'
import type { Exported, SaidInCopy } from './exported.ts'
import { tellsSaid } from './said-of.ts'
import { OURS } from './words.ts'

const [area] = examples('en')
const plan = area as NonNullable<typeof area>
const group = (more: Partial<SaidInCopy> = {}): SaidInCopy => ({
  ...{ section: { en: 'Our place', cy: 'Ein lle' }, said: 'Tom', typed: 'Ben', isDenied: false, words: ['I like it'] },
  ...more,
})
const SAID = [
  group({ words: ['I like the river', ''] }),
  group({ isDenied: true, words: ['I want to move out'] }),
  group({ section: 'Our beds', said: 'Rosa', words: ['A bench'] }),
]
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

describe.each(Object.entries(READERS))('who said what another typed, in a copy as %s', (_, read) => {
  it('[SYNC-169] stands at its end: section after section, said by, typed by, and what was denied, in both languages', async () => {
    const en = oneLine(await read({ ...plan, said: SAID }))
    const list = en.slice(en.lastIndexOf(OURS.saidAndTyped.en))
    expect(list).toMatch(
      /Our place.*Said by Tom\. Typed by Ben\..*I like the river.*What was chosen here.*These are not the words of Tom\. Typed by this person alone: Ben\..*I want to move out.*Our beds.*Said by Rosa\. Typed by Ben\..*A bench/,
    )
    const cy = oneLine(await read({ ...plan, lang: 'cy', said: SAID }))
    expect(cy).toMatch(/Ein lle.*Dywedwyd gan Tom\. Teipiwyd gan Ben\..*Nid dyma eiriau Tom\./)
  })

  it('[SYNC-169] holds hostile words too, and is not there where there is none, in Easy Read, or with chosen sections', async () => {
    const text = oneLine(await read({ ...plan, said: [group({ words: HOSTILE_TEXTS })] }))
    for (const words of HOSTILE_TEXTS.map((one) => oneLine(visibleText(one)).trim())) expect(text).toContain(words)
    const others: Exported[] = [
      plan,
      { ...plan, size: 'easy', said: SAID },
      { ...plan, said: SAID, sections: [plan.edition.parts[0]?.sections[0]?.id ?? ''] },
    ]
    for (const copy of others) expect(await read(copy)).not.toContain(OURS.saidAndTyped.en)
  })
})

const copyFor = async ({ origin, cookie, plan }: Guest, query = '') =>
  oneLine(await (await fetch(`${origin}/api/plans/${plan}/take-away/txt${query}`, { headers: { cookie } })).text())

it('[SYNC-169] is looked for in the record only where a copy lists it', () => {
  const told = FORMATS.filter((format) => tellsSaid({ size: 'large' }, format))
  expect(told).toEqual(['html', 'pdf', 'docx', 'odt', 'md', 'txt'])
  expect(tellsSaid({ size: 'easy' }, 'txt')).toBe(false)
  expect(tellsSaid({ size: 'normal', sections: ['place'] }, 'txt')).toBe(false)
})

it('[SYNC-169] a copy says it by the record of the server, and of what was denied only to who knows of it', async () => {
  const { anna, ben } = await twoPeople()
  const [tom, vera] = [await joinPlan(anna, 'Tom', 'contributor'), await joinPlan(anna, 'Vera', 'viewer')]
  const bot = await syncedBot(ben)
  writeParagraph(bot.doc, 'Ben’s own words')
  await until(() => expect(bot.acked()).toBe(bot.sent()))
  expect(await copyFor(vera)).not.toContain(OURS.saidAndTyped.en)
  bot.send(encodeTypeFor(tom.person))
  for (const words of ['I like the river', 'I want to move out']) writeParagraph(bot.doc, words)
  await until(() => expect(bot.acked()).toBe(bot.sent()))
  const { said } = await asks<{ said: { id: string; words: string }[] }>(tom, 'GET', `/api/plans/${tom.plan}/said`)
  const passage = said.find(({ words }) => words === 'I want to move out')?.id
  await asks(tom, 'POST', `/api/plans/${tom.plan}/unsaid`, { passage })
  const listOf = async (by: Guest) => {
    const copy = await copyFor(by)
    return copy.slice(copy.lastIndexOf(OURS.saidAndTyped.en))
  }
  const toldAll = /Said by Tom\. Typed by Ben\. .{0,3}I like the river/
  const denied = /These are not the words of Tom\. Typed by this person alone: Ben\. .{0,3}I want to move out/
  for (const who of [anna, ben, tom]) {
    expect(await listOf(who)).toMatch(toldAll)
    expect(await listOf(who)).toMatch(denied)
  }
  const veras = await listOf(vera)
  expect(veras).toMatch(toldAll)
  expect(veras).not.toContain('I want to move out')
  expect(await copyFor(tom, '?size=easy')).not.toContain(OURS.saidAndTyped.en)
})
