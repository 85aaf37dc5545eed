import { howFar, readPlanFile, takeAwayMany } from '@withy/shared/api'
import { unzipSync } from 'fflate'
import { expect, it, onTestFinished } from 'vitest'
import { createBudgets } from '../http/budgets.ts'
import { asksToAgree, says, seals } from '../testing/agreeing.ts'
import { examples } from '../testing/exported-plans.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample, type Member } from '../testing/people.ts'
import { createPdfMaker } from './pdf.ts'

/** Anna with three plans: one of each example, and another of the first. */
async function withPlans(given: Parameters<typeof openWithy>[0] = {}) {
  const withy = await openWithy(given)
  onTestFinished(() => withy.close())
  const anna = await copiesExample(withy)
  const copy = async (example: string) =>
    (await anna.gets<{ plan: string }>('POST', '/api/examples', { example, name: 'Anna' })).plan
  const plans = [anna.plan, await copy('brackenford-east'), await copy('rosa-tillingham')] as const
  return { withy, anna, plans }
}

const asked = (plans: readonly string[], more: object = {}) => ({
  ...{ plans, format: 'json', of: 'now', lang: 'en', size: 'normal' },
  ...more,
})

/** The files of the ZIP that is given. */
async function taken(withy: Awaited<ReturnType<typeof withPlans>>['withy'], member: Member, body: object) {
  const headers = { 'content-type': 'application/json', origin: withy.site.origin, cookie: member.cookie() ?? '' }
  const answer = await withy.app.request(
    takeAwayMany.path,
    { method: 'POST', headers, body: JSON.stringify(body) },
    { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
  )
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const files = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
}

it('[EXPORT-52] gives many plans as files in one ZIP, each named after its plan and no two the same', async () => {
  const { withy, anna, plans } = await withPlans()
  const files = await taken(withy, anna, asked([...plans, anna.plan]))
  const names = Object.keys(files)
  expect(names).toHaveLength(3)
  const [first] = names
  expect(names[1]).toBe(first?.replace('.json', ' (2).json'))
  for (const text of Object.values(files)) expect(readPlanFile(text)).toMatchObject({ is: 'plan' })
  const word = await taken(withy, anna, asked(plans.slice(0, 2), { format: 'docx' }))
  expect(Object.values(word).map((file) => file.slice(0, 2))).toEqual(['PK', 'PK'])
})

it('[EXPORT-52] names a plan that has no such file, and why, in the language asked for; the others are there', async () => {
  const { withy, anna, plans } = await withPlans()
  const files = await taken(withy, anna, asked(plans, { format: 'fhir', lang: 'cy' }))
  expect(Object.keys(files)).toHaveLength(2)
  const missing = files['Beth sydd ar goll.txt'] ?? ''
  expect(missing.match(/^- Brackenford East: .*cynllun hwn am le/gm)).toHaveLength(2)
})

it('[EXPORT-52] gives the newest agreed version where there is one, and the plan as it stands where there is none', async () => {
  const { withy, anna, plans } = await withPlans()
  const round = await asksToAgree(anna, [anna])
  await says(anna, round.id, 'agree')
  await seals(anna, round.id)
  const files = await taken(withy, anna, asked(plans.slice(0, 2), { of: 'agreed' }))
  expect(Object.keys(files)).toEqual(['Brackenford East (Agreed version 1).json', 'Brackenford East (DRAFT).json'])
  const read = Object.values(files).map((text) => readPlanFile(text))
  expect(read.map((one) => one.is === 'plan' && one.file.status?.is)).toEqual(['sealed', 'draft'])
})

it('[EXPORT-53] gives nothing of plans the asker is not in, and no more than fifty at once', async () => {
  const { withy, anna, plans } = await withPlans()
  const ben = await copiesExample(withy, 'rosa-tillingham')
  expect(await ben.isRefused('POST', takeAwayMany.path, asked([ben.plan, anna.plan]))).toBe('not-found')
  expect(await withy.device().isRefused('POST', takeAwayMany.path, asked(plans))).toBe('sign-in')
  const many = Array.from({ length: 51 }, (_, n) => `plan-${n}`)
  for (const body of [asked([]), asked(many), asked(plans, { format: 'exe' }), {}])
    expect(await anna.isRefused('POST', takeAwayMany.path, body)).toBe('bad-request')
})

it('[EXPORT-58] tells whoever takes many how many are done, and nobody else', async () => {
  const { withy, anna, plans } = await withPlans()
  const ben = await copiesExample(withy)
  const far = (member: Member) => member.gets('GET', howFar.path)
  const none = { before: null, plans: null }
  expect(await far(anna)).toEqual(none)
  const headers = { 'content-type': 'application/json', origin: withy.site.origin, cookie: anna.cookie() ?? '' }
  const answer = await withy.app.request(
    takeAwayMany.path,
    { method: 'POST', headers, body: JSON.stringify(asked(plans)) },
    { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
  )
  const reader = answer.body?.getReader()
  await reader?.read()
  expect(await far(anna)).toEqual({ before: null, plans: { done: 1, all: 3 } })
  expect(await far(ben)).toEqual(none)
  while (!(await reader?.read())?.done) {}
  expect(await far(anna)).toEqual(none)
  expect(await withy.device().isRefused('GET', howFar.path)).toBe('sign-in')
})

it('[EXPORT-53] gives a person one at a time, and the next once they have taken that or gone', async () => {
  const { withy, anna, plans } = await withPlans()
  const headers = { 'content-type': 'application/json', origin: withy.site.origin, cookie: anna.cookie() ?? '' }
  const asks = () =>
    withy.app.request(
      takeAwayMany.path,
      { method: 'POST', headers, body: JSON.stringify(asked(plans)) },
      { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
    )
  const first = await asks()
  expect((await asks()).status).toBe(503)
  await first.body?.cancel()
  const second = await asks()
  expect(second.status).toBe(200)
  await second.arrayBuffer()
  expect((await asks()).status).toBe(200)
})

it('[LIMIT-41] a plan that waits for a place is read once, however long it waits', async () => {
  const limits = { waiting: 1, milliseconds: 60_000, megabytes: 1_600, idleMilliseconds: 1_000 }
  const [real, budgets] = [createPdfMaker({ limits }), createBudgets()]
  onTestFinished(() => real.stop())
  const seen = { busy: 0, reads: 0 }
  const pdf: typeof real = {
    ...real,
    make: (...asked) =>
      real.make(...asked).catch((err: unknown) => {
        seen.busy += 1
        throw err
      }),
  }
  const take = (budget: Parameters<typeof budgets.take>[0], key: string) => {
    if (budget === 'reads') seen.reads += 1
    return budgets.take(budget, key)
  }
  const { withy, anna, plans } = await withPlans({ pdf, budgets: { take } })
  const [area] = examples('en')
  if (!area) throw new Error('There is an example of a place.')
  seen.reads = 0
  const others = real.make(area, 'somebody else')
  const files = await taken(withy, anna, asked(plans.slice(0, 1), { format: 'pdf' }))
  await others
  expect(Object.keys(files)[0]).toMatch(/\.pdf$/)
  expect(seen.busy).toBeGreaterThan(0)
  expect(seen.reads).toBe(1)
})
