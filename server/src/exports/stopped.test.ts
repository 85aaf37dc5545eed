import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { takeAwayMany } from '@withy/shared/api'
import { expect, it, onTestFinished } from 'vitest'
import { examples } from '../testing/exported-plans.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample } from '../testing/people.ts'
import { tempDir } from '../testing/temp-dir.ts'
import type { Exported } from './exported.ts'
import { createPdfMaker } from './pdf.ts'

const [area] = examples('en') as readonly Exported[] as readonly [Exported]

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** A server where no PDF is ever done; `started` gives the process in which one is under way. */
async function neverDone() {
  const folder = tempDir()
  const [program, pid] = [join(folder, 'never-done.mjs'), join(folder, 'pid')]
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(pid)}, String(process.pid))\nprocess.on('message', () => { for (;;); })\n`,
  )
  const pdf = createPdfMaker({ entry: pathToFileURL(program) })
  const withy = await openWithy({ pdf })
  const server = createAdaptorServer({ fetch: withy.app.fetch })
  onTestFinished(async () => {
    server.close()
    pdf.stop()
    await withy.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const started = async () => {
    await expect.poll(() => existsSync(pid) && readFileSync(pid, 'utf8'), { timeout: 10_000 }).toBeTruthy()
    return Number(readFileSync(pid, 'utf8'))
  }
  return { withy, pdf, at: `http://127.0.0.1:${port}`, started }
}

it.each(['pdf', 'docx'])(
  '[EXPORT-95] a browser that stops waiting for a %s ends the making of it here too',
  async (format) => {
    const { withy, at, started } = await neverDone()
    const anna = await copiesExample(withy)
    const stop = new AbortController()
    const waiting = fetch(`${at}/api/plans/${anna.plan}/take-away/${format}`, {
      headers: { cookie: anna.cookie() ?? '' },
      signal: stop.signal,
    })
    const pid = await started()
    expect(isGone(pid)).toBe(false)
    stop.abort()
    await expect(waiting).rejects.toThrow(/abort/)
    await expect.poll(() => isGone(pid), { timeout: 10_000 }).toBe(true)
    // Told as a place that was given up, and not as trouble of ours.
    await expect.poll(() => withy.logged(), { timeout: 10_000 }).toMatch(/take-away.*"status":503/)
    expect(withy.logged()).not.toContain('"level":50')
  },
)

it('[EXPORT-95] [EXPORT-53] whoever stops many at once ends the one under way, or waits no more, and can ask again at once', async () => {
  const { withy, pdf, at, started } = await neverDone()
  const anna = await copiesExample(withy)
  const body = JSON.stringify({ plans: [anna.plan], format: 'pdf', of: 'now', lang: 'en', size: 'normal' })
  const asks = async (stop: AbortController) => {
    const headers = { 'content-type': 'application/json', origin: withy.site.origin, cookie: anna.cookie() ?? '' }
    const answer = await fetch(at + takeAwayMany.path, { method: 'POST', headers, body, signal: stop.signal })
    // Nothing is made before somebody takes it.
    if (answer.ok) answer.text().catch(() => {})
    return answer.status
  }
  const stop = new AbortController()
  expect(await asks(stop)).toBe(200)
  const pid = await started()
  stop.abort()
  await expect.poll(() => isGone(pid), { timeout: 5_000 }).toBe(true)

  // Behind somebody else's, which is never done.
  pdf.make(area, 'somebody else').catch(() => {})
  const behind = new AbortController()
  await expect.poll(() => asks(behind), { timeout: 5_000 }).toBe(200)
  await expect.poll(() => pdf.before(`zip ${anna.id}`), { timeout: 5_000 }).toBe(1)
  behind.abort()
  const again = new AbortController()
  await expect.poll(() => asks(again), { timeout: 5_000 }).toBe(200)
  again.abort()
})
