import { FORMATS, getPlan, startPlan, takeAway } from '@withy/shared/api'
import { expect, it, vi } from 'vitest'
import { asksToAgree, says, sealedAt, seals } from '../testing/agreeing.ts'
import { type Device, openWithy } from '../testing/open-withy.ts'
import { invites, joins, starts } from '../testing/people.ts'
import { writeParagraph } from '../testing/writer.ts'
import { writesIn } from '../testing/writes-in.ts'

const path = (pattern: string, plan: string, format = '') => pattern.replace(':plan', plan).replace(':format', format)

async function opened() {
  const withy = await openWithy()
  const anna = withy.device()
  const { plan } = await anna.gets<{ plan: string }>('POST', startPlan.path, {
    kind: 'area',
    title: 'Tŷ Ŵyn',
    name: 'Anna',
    voice: 'resident',
  })
  return { withy, anna, plan }
}

const take = (device: Device, format: string, plan: string, lang = 'en') =>
  device.ask('GET', `${path(takeAway.path, plan, format)}?lang=${lang}`)

it('[EXPORT-10] gives the plan as it stands as an HTML file and as a PDF, named after it', {
  timeout: 60_000,
}, async () => {
  const { withy, anna, plan } = await opened()
  const html = await take(anna, 'html', plan, 'cy')
  expect(html.status).toBe(200)
  expect(html.headers.get('content-type')).toMatch(/^text\/html/)
  expect(html.headers.get('content-disposition')).toMatch(/^attachment; filename="Ty Wyn \(DRAFFT\)\.html"/)
  expect(html.headers.get('cache-control')).toBe('no-store')
  expect(html.body).toMatch(/<html lang="cy">.*Tŷ Ŵyn.*DRAFFT.*Anna/s)
  const pdf = await take(anna, 'pdf', plan)
  expect(pdf.status).toBe(200)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="Ty Wyn \(DRAFT\)\.pdf"/)
  expect(String(pdf.body).slice(0, 5)).toBe('%PDF-')
  await withy.close()
})

it('[EXPORT-72] a draft is of one moment: what is renamed and written while it is read is in it, or neither is', async () => {
  const withy = await openWithy()
  const anna = await starts(withy)
  const { parts } = withy.live
  vi.spyOn(withy.live, 'parts').mockImplementationOnce(async (id) => {
    await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: 'The mill' })
    await writesIn(withy, anna, (doc) => writeParagraph(doc, 'From the mill'))
    return parts(id)
  })
  expect((await take(anna, 'txt', anna.plan)).body).toMatch(/The mill.*From the mill/s)
  await withy.close()
})

it('[EXPORT-9] makes one PDF for a person at a time, and asks them kindly to wait with the next', {
  timeout: 60_000,
}, async () => {
  const { withy, anna, plan } = await opened()
  const [first, second] = await Promise.all([take(anna, 'pdf', plan), take(anna, 'pdf', plan)])
  const [yes, no] = first.status === 200 ? [first, second] : [second, first]
  expect(yes.status).toBe(200)
  expect(no.body).toMatchObject({ refused: 'too-busy', sentence: expect.stringContaining('Try again') })
  expect((await take(anna, 'pdf', plan)).status).toBe(200)
  await withy.close()
})

it('[EXPORT-47] [EXPORT-48] gives it as files for Word and LibreOffice', { timeout: 60_000 }, async () => {
  const { withy, anna, plan } = await opened()
  for (const format of ['docx', 'odt']) {
    const file = await take(anna, format, plan)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toMatch(/^application\/vnd\.o/)
    expect(file.headers.get('content-disposition')).toContain(`filename="Ty Wyn (DRAFT).${format}"`)
    expect(String(file.body).slice(0, 2)).toBe('PK')
  }
  await withy.close()
})

it('[EXPORT-51] says kindly why a plan about a place has no FHIR', async () => {
  const { withy, anna, plan } = await opened()
  const no = await take(anna, 'fhir', plan)
  expect(no.status).toBe(409)
  expect(no.body).toMatchObject({ refused: 'fhir-about-a-person', sentence: expect.stringContaining('about a place') })
  await withy.close()
})

it('[EXPORT-46] says kindly that there is no day for a calendar, and gives no empty one', async () => {
  const { withy, anna, plan } = await opened()
  const no = await take(anna, 'ics', plan)
  expect(no.status).toBe(409)
  expect(no.body).toMatchObject({ refused: 'calendar-without-days', sentence: expect.stringContaining('No action') })
  await withy.close()
})

it('[EXPORT-10] gives it only to people of the plan, and logs nothing of it', async () => {
  const { withy, anna, plan } = await opened()
  const stranger = withy.device('10.0.0.2')
  for (const format of FORMATS) {
    expect(await stranger.isRefused('GET', path(takeAway.path, plan, format))).toBe('sign-in')
    expect(await anna.isRefused('GET', path(takeAway.path, 'nowhere', format))).toBe('not-found')
  }
  for (const format of ['exe', '__proto__', 'constructor'])
    expect(await anna.isRefused('GET', path(takeAway.path, plan, format))).toBe('not-found')
  await anna.gets('GET', path(getPlan.path, plan))
  expect(withy.logged()).not.toContain('Tŷ')
  await withy.close()
})

it('[ACCESS-14] tells equal names apart in it, and says who came with a code', async () => {
  const withy = await openWithy()
  const anna = await starts(withy, { name: 'Anna' })
  await joins(withy.device(), await invites(anna, { kind: 'code' }), { name: 'anna', voice: 'carer' })
  const people = async (lang: string) =>
    Array.from(
      String((await take(anna, 'html', anna.plan, lang)).body).matchAll(/<li><p>(.*?)<\/p>/g),
      (m) => m[1],
    ).slice(0, 2)
  expect(await people('en')).toEqual(['Anna: I live here', 'anna (2): Family or unpaid carer · Came with a code'])
  expect((await people('cy'))[1]).toBe('anna (2): Teulu neu ofalwr di-dâl · Daeth gyda chod')
  await withy.close()
})

it('[EXPORT-90] gives a sealed version as it was sealed, whatever the plan has become, to people of the plan', async () => {
  const withy = await openWithy()
  const anna = await starts(withy, { title: 'Our street' })
  const round = await asksToAgree(anna, [anna])
  await says(anna, round.id, 'agree')
  await seals(anna, round.id)
  await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: 'Our lane' })
  const take = (format: string, number = '1', device: Device = anna) =>
    device.ask('GET', `/api/plans/${anna.plan}/sealed/${number}/take-away/${format}?lang=en`)
  const { code } = await sealedAt(anna, 1)
  for (const format of ['html', 'json'] as const) {
    const { headers, body } = await take(format)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="Our street \(Agreed version 1\)\./)
    const words = typeof body === 'string' ? body : JSON.stringify(body)
    expect(words).toContain(code)
    expect(words).not.toMatch(/Our lane|DRAFT/)
  }
  expect((await take('html', '2')).body).toMatchObject({ refused: 'not-found' })
  expect((await take('docy')).body).toMatchObject({ refused: 'not-found' })
  expect((await take('html', '1', await starts(withy))).body).toMatchObject({ refused: 'not-found' })
  await withy.close()
})
