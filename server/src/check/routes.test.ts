import { type CopyMarkRead, checkCode, checkFile, type Format, LIMIT, readCopyMarks } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFormats } from '../exports/formats.ts'
import { createPdfMaker } from '../exports/pdf.ts'
import { createSealedCopy, type SealedCopy } from '../exports/sealed-copy.ts'
import { OURS } from '../exports/words.ts'
import { BUDGET, createBudgets } from '../http/budgets.ts'
import { createSecrets } from '../http/secrets.ts'
import { openKey } from '../storage/key-file.ts'
import { asksToAgree, says, seals } from '../testing/agreeing.ts'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample, joinsAs, type Member } from '../testing/people.ts'
import { createSealed } from '../versions/sealed.ts'

import { readFile } from './read-file.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const FILE = { 'content-type': 'application/octet-stream' }
const checks = (file: string | Uint8Array, device: Device = withy.device(), headers = FILE) =>
  device.ask('POST', checkFile.path, file, headers)

describe('checking a file', () => {
  it('[EXPORT-84] says that a copy of a plan as it stands is a draft, to anybody, and logs and keeps nothing of it', async () => {
    const anna = await copiesExample(withy)
    const { body } = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/html`)
    expect((await checks(String(body))).body).toEqual({ is: 'draft' })
    expect((await checks('<!doctype html><p>Brackenford secret recipe')).body).toEqual({ is: 'unknown' })
    expect(withy.logged()).not.toMatch(/Brackenford|recipe/)
  })

  it('[EXPORT-82] says of a file of another kind that it cannot read it', async () => {
    expect((await checks('PK\u0003\u0004 a zip')).body).toEqual({ is: 'unreadable', why: 'foreign' })
    for (const part of ['word/document.xml', 'mimetypeapplication/vnd.oasis.opendocument.text'])
      expect((await checks(`PK\u0003\u0004\u0014${part}`)).body).toEqual({ is: 'unreadable', why: 'changeable' })
    expect((await checks('word/document.xml')).body).toEqual({ is: 'unreadable', why: 'foreign' })
    expect((await checks('{"a":')).body).toEqual({ is: 'unreadable', why: 'damaged' })
    expect((await checks('')).body).toEqual({ is: 'unreadable', why: 'foreign' })
  })

  it('[EXPORT-88] takes 20 MB and no more, and only as a file', async () => {
    const word = async (answer: Promise<{ body: unknown }>) => ((await answer).body as { refused?: string }).refused
    expect(await word(checks(new Uint8Array(LIMIT.checkedFile + 1)))).toBe('too-large')
    expect(await word(checks('{}', withy.device(), { 'content-type': 'text/plain' }))).toBe('bad-request')
  })

  it('[EXPORT-88] gives an address four places before a file has come, and each back once it is over', async () => {
    const small = await openWithy()
    const senders: ReadableStreamDefaultController<Uint8Array>[] = []
    const sends = () => {
      const body = new ReadableStream<Uint8Array>({ start: (sender) => void senders.push(sender) })
      const asked = { method: 'POST', headers: { origin: small.site.origin, ...FILE }, body, duplex: 'half' as const }
      return small.app.request(checkFile.path, asked, { incoming: { socket: { remoteAddress: '10.0.0.1' } } })
    }
    const slow = Array.from({ length: 4 }, sends)
    await expect.poll(async () => (await checks('x', small.device('10.0.0.1'))).status).toBe(503)
    expect((await checks('x', small.device('10.0.0.2'))).status).toBe(200)
    for (const sender of senders) sender.close()
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await checks('x', small.device('10.0.0.1'))).status).toBe(200)
    await small.close()
  })

  it('[EXPORT-88] checks so many for an address in ten minutes', async () => {
    const small = await openWithy({ budgets: createBudgets({ ...BUDGET, checks: 2 }) })
    const from = (address: string) => checks('x', small.device(address))
    const status = []
    for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) status.push((await from(address)).status)
    expect(status).toEqual([200, 200, 503, 200])
    await small.close()
  })
})

describe('checking a copy of what was agreed', { timeout: 60_000 }, () => {
  const pdf = createPdfMaker()
  const formats = createFormats({ pdf })
  let anna: Member
  let ben: Member
  let code: string
  let sealedCopy: SealedCopy

  const seal = async () => {
    const round = await asksToAgree(anna, [ben])
    await says(ben, round.id, 'agree')
    return seals(anna, round.id)
  }
  // Its files are our own, and need no process to be read in.
  let withy: Withy
  beforeAll(async () => {
    withy = await openWithy({ pdf, reader: { within: (_, work) => work(readFile) } })
    sealedCopy = createSealedCopy(
      createSecrets(openKey(withy.dataDir).key),
      { annexAt: async () => null },
      async () => undefined,
    )
    anna = await copiesExample(withy)
    ben = await joinsAs(withy, anna, 'contributor', 'Ben')
    await seal()
    code = (await withy.store.sealedAt(anna.plan, 1))?.code ?? ''
    await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: 'Brackenford all round' })
    await seal()
  })
  afterAll(() => {
    pdf.stop()
    return withy.close()
  })

  /** A copy as it is taken away; with other words in it, one that somebody made to look like it. */
  async function copyOf(format: Format, number: number, from = '', to = '', sections?: string[]) {
    const sealed = await createSealed(withy).at(anna.plan, String(number))
    if (!sealed) throw new Error('not sealed')
    const copy = await sealedCopy(sealed, { lang: 'cy', size: 'normal', ...(sections && { sections }) }, format)
    const before = JSON.stringify(copy)
    expect(before).toContain(from)
    const made = await formats[format].make(JSON.parse(before.replaceAll(from, to)), 'anna')
    return typeof made === 'string' ? made : new Uint8Array(made)
  }
  const found = async (file: string | Uint8Array, device?: Device) =>
    (await checks(file, device ?? withy.device())).body as { is: string }
  const FORMS = ['pdf', 'html', 'json'] as const

  it.each(FORMS)('[EXPORT-85] knows the agreed one, an older one and one that was changed, as %s', async (form) => {
    const [newest, older] = [await copyOf(form, 2), await copyOf(form, 1)]
    expect(await found(newest)).toMatchObject({ is: 'agreed', number: 2, newer: null, isPart: false, isRedrawn: false })
    expect(await found(older)).toMatchObject({
      is: 'agreed',
      number: 1,
      newer: { number: 2 },
      withdrawn: 0,
      plan: null,
    })
    expect(await found(await copyOf(form, 2, 'Brackenford', 'Brackenfort'))).toMatchObject({ is: 'changed', number: 2 })
  })

  it('[EXPORT-85] knows one that was only saved again, and one of chosen sections', async () => {
    const json = String(await copyOf('json', 2))
    expect(await found(JSON.stringify(JSON.parse(json)))).toMatchObject({ is: 'agreed', isRedrawn: false })
    const html = String(await copyOf('html', 2))
    expect(await found(html.replaceAll('\n', '\r\n'))).toMatchObject({ is: 'agreed', isRedrawn: false })
    expect(await found(html.replace('<main>', '<main hidden>'))).toMatchObject({ is: 'agreed', isRedrawn: true })
    const savedAt = (address: string) => found(html.replaceAll('href="#', `href="${address}#`))
    for (const address of [`${withy.site.origin}/copy/x`, 'file:///home/anna/plan.html'])
      expect(await savedAt(address)).toMatchObject({ is: 'agreed', isRedrawn: false })
    expect(await savedAt('https://example.org/copy/x')).toMatchObject({ is: 'agreed', isRedrawn: true })
    for (const form of ['html', 'json'] as const) {
      const part = await copyOf(form, 2, '', '', ['place'])
      expect(await found(part)).toMatchObject({ is: 'agreed', isPart: true })
    }
  })

  it.each(['html', 'json'] as const)(
    '[EXPORT-24] tells nothing of sections that were left out: only a mark that is ours names a copy, as %s',
    async (form) => {
      const part = String(await copyOf(form, 2, '', '', ['place']))
      const whole = String(await copyOf(form, 2))
      const markIn = (file: string) => readCopyMarks(file)[0] as CopyMarkRead
      const { which, proof } = markIn(part)
      expect(await found(part)).toMatchObject({ is: 'agreed', isPart: true })
      // Who has the part guesses what the rest says: no letters, those of the part, and any others.
      const guess = whole.replaceAll(`/${markIn(whole).proof}`, '')
      for (const letters of ['', `/${proof}`, '/BBBBBBBB'])
        expect(await found(guess.replaceAll(markIn(whole).which, `${markIn(whole).which}${letters}`))).toEqual({
          is: 'unknown',
        })
      // Under the mark of the part it is a changed part, whatever it says.
      const renamed = whole.replaceAll(`${markIn(whole).which}/${markIn(whole).proof}`, `${which}/${proof}`)
      expect(await found(renamed)).toMatchObject({ is: 'changed' })
    },
  )

  it('[EXPORT-29] checks two changed PDFs of one hall at the same moment', async () => {
    const [one, two] = [await copyOf('pdf', 1, 'Ben', 'Bert'), await copyOf('pdf', 2, 'Ben', 'Bert')]
    const both = await Promise.all([found(one), found(two)])
    expect(both).toMatchObject([
      { is: 'changed', number: 1 },
      { is: 'changed', number: 2 },
    ])
  })

  it.each(['pdf', 'html'] as const)(
    '[EXPORT-27] knows a copy that was given, and that was saved again since, when later words of ours are others, as %s',
    { timeout: 60_000 },
    async (form) => {
      const given = await anna.ask('GET', `/api/plans/${anna.plan}/sealed/1/take-away/${form}?size=large`)
      const copy = given.bytes
      const said = OURS.asTheySay as { en: string }
      const before = said.en
      said.en = 'Everyone says who they are.'
      try {
        expect(await found(copy)).toMatchObject({ is: 'agreed', number: 1, isPart: false, isRedrawn: false })
        const saved = Buffer.concat([copy, Buffer.from(form === 'pdf' ? '\n%' : '\n ')])
        expect(await found(saved)).toMatchObject({ is: 'agreed', number: 1, isRedrawn: false })
        if (form === 'pdf') return
        const changed = copy.toString().replace('Brackenford', 'Brackenfort')
        expect(await found(changed)).toMatchObject({ is: 'changed', number: 1 })
      } finally {
        said.en = before
      }
    },
  )

  it('[EXPORT-86] says which words differ to people of the plan, and to nobody else', async () => {
    const changed = await copyOf('html', 1, 'Ben', 'Benjamin')
    const [toBen, toAll] = [await found(changed, ben), await found(changed)]
    expect(toBen).toMatchObject({ is: 'changed', plan: anna.plan })
    expect(JSON.stringify(toBen)).toContain('Benjamin')
    expect(toAll).toMatchObject({ is: 'changed', plan: null, differences: null })
    expect(await found(changed, await copiesExample(withy))).toEqual(toAll)
  })

  it('[EXPORT-89] tells by the code alone the number, the day and whether there is a newer one', async () => {
    const ask = (typed: string, device = withy.device()) => device.gets('POST', checkCode.path, { code: typed })
    const told = await ask(` ${code.toLowerCase().replaceAll('-', ' ')}`)
    expect(told).toEqual({
      is: 'known',
      number: 1,
      sealedAt: expect.stringMatching(/^2026-05-04T/),
      newer: { number: 2, sealedAt: expect.stringMatching(/^2026-05-04T/) },
      withdrawn: 0,
      plan: null,
    })
    expect(await ask(code, anna)).toMatchObject({ plan: anna.plan })
    expect(await ask('0000-0000-0000')).toEqual({ is: 'unknown' })
    expect(await ask('hello')).toEqual({ is: 'unknown' })
    await anna.gets('POST', `/api/plans/${anna.plan}/sealed/1/withdraw`, { words: '' }).catch(() => {})
    await ben.gets('POST', `/api/plans/${anna.plan}/sealed/1/withdraw`, { words: 'Not like this' })
    expect(await ask(code)).toMatchObject({ withdrawn: 1 })
    expect(withy.logged()).not.toContain(code)
  })

  it('[EXPORT-25] tries each mark in a file: that of another version in people’s words takes nothing away', async () => {
    const other = readCopyMarks(String(await copyOf('html', 1)))[0] as CopyMarkRead
    await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: `${other.which}/${other.proof} again` })
    await seal()
    const file = String(await copyOf('html', 3))
    expect(await found(file)).toMatchObject({ is: 'agreed', number: 3 })
    expect(await found(file.replace('<footer>', `<footer>${other.which}/${other.proof}`))).toMatchObject({
      is: 'changed',
      number: 3,
    })
  })
})
