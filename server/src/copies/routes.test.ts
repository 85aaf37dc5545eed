import { join } from 'node:path'
import { type Copies, type CopyChange, type CopyHolder, LIMIT, type listCopyLinks } from '@withy/shared/api'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type * as z from 'zod/mini'
import { agreementOf, asksToAgree, says, sealedAt, seals } from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample, joinsAs, type Member } from '../testing/people.ts'

type AnswerOf<E extends { answer: z.ZodMiniType }> = z.output<E['answer']>

async function sealedPlan() {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const anna = await copiesExample(withy)
  const ben = await joinsAs(withy, anna, 'viewer', 'Ben')
  const round = await asksToAgree(anna, [ben])
  await says(ben, round.id, 'agree')
  await seals(anna, round.id)
  return { withy, anna, ben }
}

const path = ({ plan }: Member, number = 1) => `/api/plans/${plan}/sealed/${number}/copies`
const copies = (member: Member) => member.gets<Copies>('GET', path(member))
const does = (member: Member, change: CopyChange) => member.gets<Copies>('POST', path(member), change)
const isNotLet = (member: Member, change: CopyChange) => member.isRefused('POST', path(member), change)
const PAPER = { form: 'paper-large', lang: 'en' } as const

describe('copies of a sealed version', () => {
  it('[EXPORT-92] has everybody’s wish, their own or told to who leads, and what they were given, by whom and when', async () => {
    const { anna, ben } = await sealedPlan()
    expect((await copies(ben)).mine).toMatchObject({ name: 'Ben', wants: null, given: [], remindedAt: null })
    await does(ben, { do: 'want', form: 'pdf', lang: 'cy' })
    const { everyone } = await does(anna, { do: 'want', person: ben.id, ...PAPER })
    expect(everyone?.map(({ name, wants }) => [name, wants?.form])).toEqual([
      ['Anna', undefined],
      ['Ben', 'paper-large'],
    ])
    await does(anna, { do: 'remind', person: ben.id })
    expect((await copies(ben)).mine.remindedAt).not.toBeNull()
    await does(anna, { do: 'gave', person: ben.id, ...PAPER })
    const { mine } = await copies(ben)
    expect(mine).toMatchObject({ remindedAt: null, given: [{ ...PAPER, by: 'Anna', sections: null, link: null }] })
    expect(Date.parse(mine.given[0]?.at ?? '')).toBeGreaterThan(0)
  })

  it('[EXPORT-92] lets nobody but who leads see and note others’ copies', async () => {
    const { withy, anna, ben } = await sealedPlan()
    expect((await copies(ben)).everyone).toBeNull()
    for (const change of [
      { do: 'want', person: anna.id, ...PAPER },
      { do: 'remind', person: anna.id },
      { do: 'gave', ...PAPER },
      { do: 'gave', name: 'Ty Coffi', ...PAPER },
      { do: 'link', name: 'Ty Coffi', lang: 'en' },
    ] as const)
      expect(await isNotLet(ben, change)).toBe('not-allowed')
    const cara = await copiesExample(withy)
    expect(await cara.isRefused('GET', path(anna))).toBe('not-found')
    expect(await anna.isRefused('GET', path(anna, 2))).toBe('not-found')
    expect(await isNotLet(anna, { do: 'gave', name: 'Ty Coffi', ...PAPER, sections: ['nowhere'] })).toBe('bad-request')
    const [outside] =
      (await does(anna, { do: 'gave', name: 'Ty Coffi', ...PAPER, sections: ['place'] })).everyone?.slice(-1) ?? []
    expect(outside).toMatchObject({ person: null, name: 'Ty Coffi', given: [{ sections: ['place'] }] })
  })

  it('[EXPORT-93] notes that somebody took what they had wanted, and no section that is none', async () => {
    const { ben } = await sealedPlan()
    const take = (more: string) => ben.ask('GET', `/api/plans/${ben.plan}/sealed/1/take-away/${more}`)
    await does(ben, { do: 'want', form: 'html', lang: 'en' })
    for (const more of ['html', 'html', 'txt?sections=nowhere,place']) expect((await take(more)).status).toBe(200)
    expect((await take('txt?sections=nowhere')).status).toBe(400)
    const { given } = (await copies(ben)).mine
    expect(given.map(({ form, sections }) => [form, sections])).toEqual([
      ['html', null],
      ['txt', ['place']],
    ])
  })

  it('[EXPORT-92] nobody fills the notes alone, and a link can be taken back when no more can be noted', async () => {
    const { withy, ben } = await sealedPlan()
    const { mine } = await does(ben, { do: 'link', lang: 'cy' })
    const note = {
      does: 'wants',
      person: ben.id,
      name: 'Ben',
      form: 'pdf',
      lang: 'en',
      sections: null,
      of: null,
    } as const
    for (let n = 1; n < LIMIT.copyNotesPerPerson; n++)
      await withy.store.noteCopy(ben.plan, 1, { ...note, id: `want-${n}`, at: 1, by: ben.id, byName: 'Ben' }, 5_000)
    expect(await isNotLet(ben, { do: 'want', ...PAPER })).toBe('copies-full')
    const id = mine.given[0]?.id ?? ''
    expect((await does(ben, { do: 'end-link', id })).mine.given).toMatchObject([{ isOver: true }])
    const ended = { ...note, does: 'ended', id: 'ended-1', at: 1, by: ben.id, byName: 'Ben', of: id } as const
    expect(await withy.store.noteCopy(ben.plan, 1, { ...ended, does: 'wants', of: null }, 10)).toBe('full')
    expect(await withy.store.noteCopy(ben.plan, 1, ended, 10)).toBe('kept')
  })

  it('[EXPORT-93] notes a file that somebody took, once, and not one that is printed for others', async () => {
    const { anna, ben } = await sealedPlan()
    const take = (more: string) => ben.ask('GET', `/api/plans/${ben.plan}/sealed/1/take-away/${more}`)
    for (const more of ['html?lang=cy', 'html?lang=cy', 'json?for=others', 'txt', 'txt?sections=place'])
      expect((await take(more)).status).toBe(200)
    const { given } = (await copies(anna)).everyone?.[1] ?? { given: [] }
    expect(given.map(({ form, lang, sections, by }) => [form, lang, sections, by])).toEqual([
      ['html', 'cy', null, null],
      ['txt', 'en', null, null],
      ['txt', 'en', ['place'], null],
    ])
  })

  it('[EXPORT-93] a file in larger letters is another one, in a format that has them', async () => {
    const { ben } = await sealedPlan()
    for (const more of ['html', 'html?size=large', 'html?size=large', 'html?size=largest', 'txt', 'txt?size=large'])
      expect((await ben.ask('GET', `/api/plans/${ben.plan}/sealed/1/take-away/${more}`)).status).toBe(200)
    const { given } = (await copies(ben)).mine
    expect(given.map(({ form }) => form)).toEqual(['html', 'html-large', 'html-largest', 'txt'])
  })

  it('[EXPORT-98] whoever leads puts away somebody outside the plan who has no link that works, until they get a copy again', async () => {
    const { anna, ben } = await sealedPlan()
    const cafe = { name: 'Ty Coffi' }
    await does(ben, { do: 'want', ...PAPER })
    const { everyone } = await does(anna, { do: 'link', ...cafe, lang: 'en' })
    const listed = async () => (await copies(anna)).everyone?.map(({ name, isHere }) => [name, isHere])
    const all = [...['Anna', 'Ben'].map((name) => [name, true]), ['Ty Coffi', false]]
    expect(await listed()).toEqual(all)
    expect(await isNotLet(anna, { do: 'put-away', ...cafe })).toBe('bad-request')
    await does(anna, { do: 'end-link', id: everyone?.at(-1)?.given[0]?.id ?? '' })
    expect(await isNotLet(ben, { do: 'put-away', ...cafe })).toBe('not-allowed')
    for (const whom of [{ person: ben.id }, { name: 'Ben' }, {}])
      expect(await isNotLet(anna, { do: 'put-away', ...whom })).toBe('not-found')
    await does(anna, { do: 'put-away', ...cafe })
    expect(await listed()).toEqual(all.slice(0, 2))
    await does(anna, { do: 'gave', ...cafe, ...PAPER })
    expect(await listed()).toEqual(all)
    await ben.gets('DELETE', `/api/plans/${ben.plan}/people/${ben.id}`)
    expect(await listed()).toContainEqual(['Ben', false])
    await does(anna, { do: 'put-away', person: ben.id })
    expect((await listed())?.map(([name]) => name)).toEqual(['Anna', 'Ty Coffi'])
  })

  it('[EXPORT-92] a reminder stands until somebody has had a copy since, in the order of the notes and whatever the clock says', async () => {
    const { withy, anna, ben } = await sealedPlan()
    const { mine } = await does(ben, { do: 'link', lang: 'en' })
    await does(anna, { do: 'remind', person: ben.id })
    const reminded = async () => (await copies(ben)).mine.remindedAt !== null
    await does(ben, { do: 'end-link', id: mine.given[0]?.id ?? '' })
    expect(await reminded()).toBe(true)
    const gave = { id: 'gave-1', does: 'gave', person: ben.id, name: 'Ben', form: 'paper', lang: 'en' } as const
    const then = { sections: null, of: null, at: 1, by: anna.id, byName: 'Anna' }
    await withy.store.noteCopy(ben.plan, 1, { ...gave, ...then }, 5_000)
    expect(await reminded()).toBe(false)
    await does(anna, { do: 'remind', person: ben.id })
    expect(await reminded()).toBe(true)
    await withy.store.noteCopy(ben.plan, 1, { ...gave, ...then, id: 'gave-2' }, 5_000)
    expect(await reminded()).toBe(false)
  })

  it('[EXPORT-56] tells whoever was reminded so in the plan, and only them, until they have a copy of the newest version', async () => {
    const { withy, anna, ben } = await sealedPlan()
    const tell = vi.spyOn(withy.live, 'tell')
    const reminded = async () => [(await agreementOf(anna)).reminded, (await agreementOf(ben)).reminded]
    expect(await reminded()).toEqual([false, false])
    await does(anna, { do: 'remind', person: ben.id })
    expect(tell.mock.calls).toEqual([[anna.plan, { type: 'agreement' }]])
    expect(await reminded()).toEqual([false, true])
    await ben.ask('GET', `/api/plans/${ben.plan}/sealed/1/take-away/txt`)
    expect(await reminded()).toEqual([false, false])
    await does(anna, { do: 'remind', person: ben.id })
    const round = await asksToAgree(anna, [anna])
    await says(anna, round.id, 'agree')
    await seals(anna, round.id)
    expect(await reminded()).toEqual([false, false])
  })

  it('[EXPORT-92] keeps what was noted: the database refuses to change it', async () => {
    const { withy, ben } = await sealedPlan()
    await does(ben, { do: 'want', ...PAPER })
    const db = new Database(join(withy.dataDir, 'withy.db'))
    for (const sql of [
      "update copy_note set name = 'x'",
      'delete from copy_note',
      'insert or replace into copy_note select * from copy_note',
    ])
      expect(() => db.prepare(sql).run()).toThrow(/stays as it is/)
    db.close()
  })
})

describe('a private link', () => {
  const page = (link: string) => new URL(link).pathname

  it('[EXPORT-94] opens a copy to read without a sign-in, that nothing keeps and no search finds, until it is taken back', async () => {
    const { withy, anna, ben } = await sealedPlan()
    const { mine } = await does(ben, { do: 'link', lang: 'cy' })
    const link = mine.given[0]?.link ?? ''
    const { code } = await sealedAt(ben, 1)
    const visit = () => withy.device('10.9.9.9').ask('GET', page(link))
    const { status, body, headers } = await visit()
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
      200,
      'no-store',
      'noindex, nofollow',
    ])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(headers.get('set-cookie')).toBeNull()
    expect(body).toContain(`${code}/CN`)
    expect(await isNotLet(ben, { do: 'end-link', id: 'nothing' })).toBe('not-found')
    const after = await does(anna, { do: 'end-link', id: mine.given[0]?.id ?? '' })
    expect(after.everyone?.[1]?.given).toMatchObject([{ form: 'link', link: null, isOver: true }])
    expect(await visit()).toMatchObject({ status: 410, body: expect.stringContaining('no longer works') })
    expect(withy.logged()).not.toContain(page(link).split('/').at(-1))
  })

  it('[EXPORT-94] is taken back by whose it is or who leads, and by nobody else who knows its id', async () => {
    const { withy, anna, ben } = await sealedPlan()
    const { everyone = [] } = await does(anna, { do: 'link', lang: 'en' })
    const { id = '', link } = everyone?.[0]?.given[0] ?? {}
    expect(await isNotLet(ben, { do: 'end-link', id })).toBe('not-allowed')
    expect((await withy.device().ask('GET', page(link ?? ''))).status).toBe(200)
  })

  it('[EXPORT-97] that somebody made for themselves is known to who leads, and its address is not; who took it back is told', async () => {
    const { anna, ben } = await sealedPlan()
    const own = (await does(ben, { do: 'link', lang: 'cy' })).mine.given[0]
    expect(own?.link).toContain('/copy/')
    const seen = async () => (await copies(anna)).everyone?.[1]?.given ?? []
    expect(await seen()).toMatchObject([{ id: own?.id, form: 'link', link: null, isOver: false, overBy: null }])
    await does(anna, { do: 'link', person: ben.id, lang: 'en' })
    expect((await seen())[1]?.link).toBe((await copies(ben)).mine.given[1]?.link)
    await does(anna, { do: 'end-link', id: own?.id ?? '' })
    await does(ben, { do: 'end-link', id: (await seen())[1]?.id ?? '' })
    expect((await copies(ben)).mine.given.map(({ isOver, overBy }) => [isOver, overBy])).toEqual([
      [true, 'Anna'],
      [true, null],
    ])
  })

  it('[EXPORT-57] ends with its person’s place in the plan: who takes them out is told which, and a link of others stays', async () => {
    const { withy, anna, ben } = await sealedPlan()
    const linksOf = (member: Member, by = anna) =>
      by.gets<AnswerOf<typeof listCopyLinks>>('GET', `/api/plans/${anna.plan}/people/${member.id}/copy-links`)
    const last = (of?: CopyHolder) => of?.given.at(-1)
    const first = last((await does(ben, { do: 'link', lang: 'cy' })).mine)
    await does(ben, { do: 'end-link', id: first?.id ?? '' })
    const own = last((await does(ben, { do: 'link', lang: 'cy' })).mine)
    const part = last((await does(anna, { do: 'link', person: ben.id, lang: 'en', sections: ['place'] })).everyone?.[1])
    const cafe = last((await does(anna, { do: 'link', name: 'Ty Coffi', lang: 'en' })).everyone?.at(-1))
    expect(await linksOf(ben)).toMatchObject({
      links: [
        { id: own?.id, number: 1, lang: 'cy', isPart: false },
        { id: part?.id, number: 1, lang: 'en', isPart: true },
      ],
    })
    expect(await ben.isRefused('GET', `/api/plans/${anna.plan}/people/${ben.id}/copy-links`)).toBe('not-allowed')
    await anna.gets('DELETE', `/api/plans/${anna.plan}/people/${ben.id}`)
    const opens = async (copy: typeof own) => (await withy.device().ask('GET', page(copy?.link ?? ''))).status
    expect([await opens(own), await opens(part), await opens(cafe)]).toEqual([410, 410, 200])
    expect((await linksOf(ben)).links).toEqual([])
    const theirs = (await copies(anna)).everyone?.find(({ person }) => person === ben.id)
    expect(theirs?.given.map(({ isOver }) => isOver)).toEqual([true, true, true])
  })

  it('[EXPORT-57] of who leaves by themselves goes on working', async () => {
    const { withy, ben } = await sealedPlan()
    const { mine } = await does(ben, { do: 'link', lang: 'en' })
    await ben.gets('DELETE', `/api/plans/${ben.plan}/people/${ben.id}`)
    expect((await withy.device().ask('GET', page(mine.given[0]?.link ?? ''))).status).toBe(200)
  })

  it('[EXPORT-54] that opens nothing says so in both languages: first that of the copy, else what the browser asks for', async () => {
    const { withy, ben } = await sealedPlan()
    const { mine } = await does(ben, { do: 'link', lang: 'cy' })
    const { id = '', link } = mine.given[0] ?? {}
    await does(ben, { do: 'end-link', id })
    const read = async (path: string, asked: string) => {
      const { status, body } = await withy.device().ask('GET', path, undefined, { 'accept-language': asked })
      expect(status).toBe(410)
      return [...String(body).matchAll(/lang="(\w+)"|<p>(\S+)/g)].map(([, lang, word]) => lang ?? word)
    }
    const welsh = ['cy', 'cy', 'Nid', 'en', 'This']
    expect(await read(page(link ?? ''), 'en')).toEqual(welsh)
    for (const asked of ['cy-GB,cy;q=0.9,en;q=0.8', 'fr, en;q=0.2, cy;q=0.3', 'cy, en;q=0'])
      expect(await read('/copy/x', asked)).toEqual(welsh)
    for (const asked of ['en, cy;q=0.9', 'fr', '', 'cy;q=0'])
      expect(await read('/copy/x', asked)).toEqual(['en', 'en', 'This', 'cy', 'Nid'])
  })

  it('[EXPORT-94] shows chosen sections and says what was left out; another secret opens nothing', async () => {
    const { withy, anna } = await sealedPlan()
    const { everyone } = await does(anna, { do: 'link', name: 'Ty Coffi', lang: 'en', sections: ['place'] })
    const link = everyone?.at(-1)?.given[0]?.link ?? ''
    const { body } = await withy.device().ask('GET', page(link))
    expect(body).toContain('Canal Cottages belong with us')
    expect(body).not.toContain('Ben')
    expect(body).toContain('Living map')
    for (const other of [`${page(link).slice(0, -1)}_`, '/copy/x', `/copy/${'A'.repeat(22)}.${'A'.repeat(22)}`])
      expect((await withy.device().ask('GET', other)).status).toBe(410)
  })
})
