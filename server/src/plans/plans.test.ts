import type { Me, PlanFacts } from '@withy/shared/api'
import { EXAMPLES, exampleInEasyWords } from '@withy/shared/examples'
import { addOwnSection, type Edition, type Plan, readPlan, removeOwnSection } from '@withy/shared/plan'
import { reading } from '@withy/shared/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSqlite } from '../storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../storage/sqlite/update-log.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joinsAs, starts } from '../testing/people.ts'
import { writesIn } from '../testing/writes-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const KINDS = ['brackenford-east', 'rosa-tillingham'] as const
const copy = async (example: (typeof KINDS)[number], lang?: 'cy') => {
  const device = withy.device()
  const { plan } = await device.gets<{ plan: string }>('POST', '/api/examples', { example, name: 'Anna', lang })
  return { device, plan }
}

describe('plans', () => {
  it('[ACCESS-51] start empty, owned by who starts them, and are in that person’s list', async () => {
    const anna = await starts(withy, { title: 'Mill Lane' })
    const me = await anna.gets<Me>('GET', '/api/me')
    expect(me).toMatchObject({ person: anna.id, start: 'anyone', plainHttp: false })
    expect(me.plans).toMatchObject([{ id: anna.plan, kind: 'area', title: 'Mill Lane', role: 'owner', people: 1 }])
    expect(await anna.facts()).toMatchObject({ kind: 'area', title: 'Mill Lane', shown: null, seat: null, former: [] })
    const doc = await withy.live.current(anna.plan)
    expect(doc.share.size).toBe(0)
  })

  it('[ACCESS-51] have ids nobody can guess', async () => {
    const anna = await starts(withy)
    for (const id of [anna.plan, anna.id, (await invites(anna)).id])
      expect(Buffer.from(id, 'base64url')).toHaveLength(16)
  })

  it.each(KINDS)(
    '[STORE-20] of an example hold all of it from the first moment, in one change (%s)',
    async (example) => {
      const { device, plan } = await copy(example)
      const words = (await device.gets<{ plan: Plan }>('GET', `/api/plans/${plan}/words`)).plan
      expect(reading(words)).toEqual(reading(exampleInEasyWords(example, 'en')))
      const { people, title } = await device.gets<{ people: { cameBy: string }[]; title: string }>(
        'GET',
        `/api/plans/${plan}`,
      )
      expect([title, people.map(({ cameBy }) => cameBy)]).toEqual([EXAMPLES[example].title, ['example']])
      const sqlite = await openSqlite(withy.dataDir)
      const onDisk = await sqliteUpdateLog(sqlite).load(plan)
      expect([onDisk?.seq, onDisk?.clients.size]).toEqual([1, 1])
      await sqlite.db.destroy()
    },
  )

  it.each(KINDS)(
    '[EASY-24] of an example have its easy words in the language that is asked for (%s)',
    async (example) => {
      const { device, plan } = await copy(example, 'cy')
      const words = (await device.gets<{ plan: Plan }>('GET', `/api/plans/${plan}/words`)).plan
      expect(reading(words)).toEqual(reading(exampleInEasyWords(example, 'cy')))
    },
  )

  it('[ACCESS-50] of an example are, where plans start by invitation, for those who are here already', async () => {
    const invited = await openWithy({ start: 'invited' })
    const body = { example: 'rosa-tillingham', name: 'Anna' }
    expect(await invited.device().isRefused('POST', '/api/examples', body)).toBe('start-by-invitation')
    expect(await invited.device().gets('GET', '/api/me')).toMatchObject({ start: 'invited' })
    await invited.close()
  })

  it('[ACCESS-52] tell everyone in the room a new title and the section chosen for the screen', async () => {
    const anna = await starts(withy)
    const tell = vi.spyOn(withy.live, 'tell')
    await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: ' Our  street ' })
    await anna.gets('PUT', `/api/plans/${anna.plan}/shown`, { section: 'living-map' })
    await anna.gets('PUT', `/api/plans/${anna.plan}/shown`, { section: null })
    expect(tell.mock.calls.map(([, message]) => message)).toEqual([
      { type: 'renamed', title: 'Our street' },
      { type: 'shown', section: 'living-map' },
      { type: 'shown', section: null },
    ])
    tell.mockRestore()
    expect(await anna.facts()).toMatchObject({ title: 'Our street', shown: null })
  })

  it('[PLAN-134] say in which language they are: the one said when they were started, English of an example, or none', async () => {
    const said = await starts(withy, { lang: 'cy' })
    const { device, plan } = await copy('rosa-tillingham', 'cy')
    const example = await device.gets<PlanFacts>('GET', `/api/plans/${plan}`)
    expect([(await said.facts()).lang, (await (await starts(withy)).facts()).lang, example.lang]).toEqual([
      'cy',
      null,
      'en',
    ])
    const body = { kind: 'area', title: 'T', name: 'N', voice: 'resident', lang: 'klingon' }
    expect(await withy.device().isRefused('POST', '/api/plans', body)).toBe('bad-request')
  })

  it('[PLAN-135] [PLAN-134] say another one to everybody there, to whoever comes and in what is agreed to; only who may rename them says it', async () => {
    const anna = await starts(withy, { lang: 'cy' })
    const ben = await joinsAs(withy, anna, 'contributor')
    const path = `/api/plans/${anna.plan}/language`
    const edition = async () =>
      (await anna.gets<{ edition: Edition }>('GET', `/api/plans/${anna.plan}/edition`)).edition
    expect((await edition()).lang).toBe('cy')
    const tell = vi.spyOn(withy.live, 'tell')
    expect(await ben.isRefused('PUT', path, { lang: 'en' })).toBe('not-allowed')
    await anna.gets('PUT', path, { lang: 'pl' })
    expect([(await ben.facts()).lang, (await edition()).lang]).toEqual(['pl', 'pl'])
    await anna.gets('PUT', path, { lang: null })
    expect(tell.mock.calls.map(([, message]) => message)).toEqual([
      { type: 'language', lang: 'pl' },
      { type: 'language', lang: null },
    ])
    tell.mockRestore()
    expect([(await ben.facts()).lang, 'lang' in (await edition())]).toEqual([null, false])
  })

  it('[ACCESS-52] show only a section they have: one of their template, or one of their own', async () => {
    const anna = await starts(withy)
    const show = `/api/plans/${anna.plan}/shown`
    const kept = await writesIn(withy, anna, (doc) => `own:${addOwnSection(doc, { title: 'Ours' })}`)
    const takenOut = await writesIn(withy, anna, (doc) => {
      const id = addOwnSection(doc, { title: 'Not any more' })
      removeOwnSection(doc, id)
      return `own:${id}`
    })
    for (const section of ['living-map', kept]) {
      await anna.gets('PUT', show, { section })
      expect((await anna.facts()).shown).toBe(section)
    }
    const others = [
      'about-me',
      'nonsense',
      '',
      'own:',
      'own:<b>',
      `own:${'x'.repeat(50)}`,
      '__proto__',
      'own:__proto__',
    ]
    for (const section of [...others, 'own:nobodys', takenOut]) {
      expect([section, await anna.isRefused('PUT', show, { section })]).toEqual([section, 'bad-request'])
    }
    expect((await anna.facts()).shown).toBe(kept)
  })

  it('[ACCESS-53] give their words to everyone in them as plain data, also without a socket', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    const { plan } = await ben.gets<{ plan: Plan }>('GET', `/api/plans/${ben.plan}/words`)
    expect(plan).toEqual(readPlan(await withy.live.current(ben.plan), 'area'))
  })

  it('[STORE-5] [STORE-40] are given as far as they can be read where that is not all, and said to be; a copy is refused', async () => {
    const anna = await starts(withy)
    const { db } = await openSqlite(withy.dataDir)
    await db.updateTable('plan').set({ seq: 3 }).where('id', '=', anna.plan).execute()
    await db.destroy()
    const read = await anna.gets<{ plan: Plan; isWhole: boolean }>('GET', `/api/plans/${anna.plan}/words`)
    expect([read.isWhole, read.plan.kind]).toEqual([false, 'area'])
    const copy = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/html?lang=en`)
    expect([copy.status, copy.body]).toMatchObject([503, { refused: 'plan-unreadable' }])
  })

  it('[ACCESS-68] come with how to reach whoever runs this Withy, where that is set', async () => {
    expect(await withy.device().gets('GET', '/api/me')).toMatchObject({ contact: null })
    const hall = await openWithy({ contact: 'help@example.org' })
    expect(await hall.device().gets('GET', '/api/me')).toMatchObject({ contact: 'help@example.org' })
    await hall.close()
  })

  it('[ACCESS-61] say on plain http beyond this machine that others could read along', async () => {
    const hall = await openWithy({ publicUrl: 'http://192.168.1.20:3000' })
    expect(await hall.device().gets('GET', '/api/me')).toMatchObject({ plainHttp: true })
    const anna = await starts(hall)
    expect((await anna.facts()).plainHttp).toBe(true)
    expect((await invites(anna)).link).toMatch(/^http:\/\/192\.168\.1\.20:3000\/join#/)
    await hall.close()
  })
})
