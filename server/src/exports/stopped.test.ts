import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { expect, it, onTestFinished } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample } from '../testing/people.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { createPdfMaker } from './pdf.ts'

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

it.each(['pdf', 'docx'])(
  '[EXPORT-95] a browser that stops waiting for a %s ends the making of it here too',
  async (format) => {
    const folder = tempDir()
    const [program, started] = [join(folder, 'never-done.mjs'), join(folder, 'pid')]
    writeFileSync(
      program,
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(started)}, String(process.pid))\nprocess.on('message', () => { for (;;); })\n`,
    )
    const pdf = createPdfMaker({ entry: pathToFileURL(program) })
    const withy = await openWithy({ pdf })
    const server = createAdaptorServer({ fetch: withy.app.fetch })
    onTestFinished(async () => {
      server.close()
      pdf.stop()
      await withy.close()
    })
    const anna = await copiesExample(withy)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const stop = new AbortController()
    const { port } = server.address() as AddressInfo
    const waiting = fetch(`http://127.0.0.1:${port}/api/plans/${anna.plan}/take-away/${format}`, {
      headers: { cookie: anna.cookie() ?? '' },
      signal: stop.signal,
    })
    await expect.poll(() => existsSync(started) && readFileSync(started, 'utf8'), { timeout: 10_000 }).toBeTruthy()
    const pid = Number(readFileSync(started, 'utf8'))
    expect(isGone(pid)).toBe(false)
    stop.abort()
    await expect(waiting).rejects.toThrow(/abort/)
    await expect.poll(() => isGone(pid), { timeout: 10_000 }).toBe(true)
    // Told as a place that was given up, and not as trouble of ours.
    await expect.poll(() => withy.logged(), { timeout: 10_000 }).toMatch(/take-away.*"status":503/)
    expect(withy.logged()).not.toContain('"level":50')
  },
)
