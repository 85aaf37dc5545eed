import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteFile from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { takeFolder } from './storage/sqlite/one-server.ts'
import { tempDir } from './testing/temp-dir.ts'

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A process of ours with its settings; `said` grows with what it prints. */
function run(file: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [at(file)], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = { child, said: '', ended: once(child, 'exit').then(([code]) => code as number) }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (words: Buffer) => {
      running.said += words.toString()
    })
  }
  onTestFinished(() => void child.kill('SIGKILL'))
  return running
}

const origin = (server: ReturnType<typeof run>): Promise<string> =>
  vi.waitFor(() => /Withy is open at (\S+)/.exec(server.said)?.[1] ?? Promise.reject(new Error(server.said)), 20_000)

const startPlan = async (base: string) => {
  const answer = await fetch(`${base}/api/plans`, {
    method: 'POST',
    headers: { origin: base, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'area', title: 'T', name: 'Anna', voice: 'resident' }),
  })
  const { plan } = (await answer.json()) as { plan: string }
  return { plan, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

describe('the server as a process', { timeout: 60_000 }, () => {
  it('[STORE-18] says where it is open, and ends with 0 on SIGTERM with sockets told to come back', async () => {
    const server = run('main.ts', { DATA_DIR: tempDir() })
    const base = await origin(server)
    const { plan, cookie } = await startPlan(base)
    const socket = new WebSocket(`${base.replace('http', 'ws')}/plans/${plan}/live`, {
      headers: { cookie },
      origin: base,
    })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    server.child.kill('SIGTERM')
    expect((await closed)[0]).toBe(1012)
    expect(await server.ended).toBe(0)
    expect(server.said).toContain('"msg":"stopped"')
  })

  it('[STORE-18] keeps everything over a kill, and remembers who was who', async () => {
    const DATA_DIR = tempDir()
    const first = run('main.ts', { DATA_DIR })
    const base = await origin(first)
    const { plan, cookie } = await startPlan(base)
    first.child.kill('SIGKILL')
    await first.ended
    const second = run('main.ts', { DATA_DIR })
    const me = await fetch(`${await origin(second)}/api/me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ plans: [{ id: plan, role: 'owner' }] })
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"'],
    [{ HOST: '192.0.2.77', PUBLIC_URL: 'http://192.0.2.77:3000' }, 'not an address of this machine'],
  ])('[STORE-10] does not start with %o, and says why in a sentence', async (env, sentence) => {
    const server = run('main.ts', { DATA_DIR: tempDir(), ...(env as Record<string, string>) })
    expect(await server.ended).toBe(1)
    expect(server.said).toContain(sentence)
    expect(server.said).not.toMatch(/^\s+at /m)
  })

  it('[STORE-10] does not start where something is open already, and says what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const PORT = String((taken.address() as { port: number }).port)
    const server = run('main.ts', { DATA_DIR: tempDir(), PORT })
    expect(await server.ended).toBe(1)
    expect(server.said).toContain(`already open at 127.0.0.1:${PORT}`)
  })

  it('[STORE-19] does not start on a folder another server has, and takes it over once that one is gone', async () => {
    const DATA_DIR = tempDir()
    const first = run('main.ts', { DATA_DIR })
    await origin(first)
    const second = run('main.ts', { DATA_DIR })
    expect(await second.ended).toBe(1)
    expect(second.said).toContain('Another Withy')
    first.child.kill('SIGKILL')
    await first.ended
    await origin(run('main.ts', { DATA_DIR }))
  })

  it('[STORE-19] changes nothing in a folder another server has, and nor does an invitation', async () => {
    const DATA_DIR = tempDir()
    const older = new SqliteFile(join(DATA_DIR, 'withy.db'))
    onTestFinished(() => void older.close())
    older.exec('create table plan (id text)')
    const tables = () => older.prepare('select name from sqlite_master').pluck().all()
    const invite = run('invite.ts', { DATA_DIR })
    expect(await invite.ended).toBe(1)
    expect(invite.said).toMatch(/^The plans in .* Start this Withy once/)
    const taken = takeFolder(DATA_DIR)
    onTestFinished(() => taken.give())
    const second = run('main.ts', { DATA_DIR })
    expect(await second.ended).toBe(1)
    expect(second.said).toContain('Another Withy')
    expect(tables()).toEqual(['plan'])
  })

  it('[STORE-30] does not start on a folder it cannot use, and says why in a sentence', async () => {
    const file = join(tempDir(), 'a-file')
    writeFileSync(file, 'x')
    const notOurs = tempDir()
    writeFileSync(join(notOurs, 'withy.db'), 'Dear diary, this is no database at all. '.repeat(200))
    for (const [DATA_DIR, sentence] of [
      [file, 'is a file'],
      [join(file, 'data'), 'is a file'],
      [notOurs, 'is not one of Withy'],
    ] as const) {
      for (const name of ['main.ts', 'invite.ts']) {
        const server = run(name, { DATA_DIR })
        expect(await server.ended).toBe(1)
        if (name === 'main.ts') expect(server.said).toContain(sentence)
        expect(server.said).toContain('DATA_DIR=')
        expect(server.said).not.toMatch(/^\s+at |"stack"/m)
      }
    }
  })

  it('[STORE-13] does not start on the data of a newer Withy, and changes nothing of it', async () => {
    const DATA_DIR = tempDir()
    const path = join(DATA_DIR, 'withy.db')
    const file = new SqliteFile(path)
    file.exec(
      `create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('9999-later', '')`,
    )
    file.close()
    const before = readFileSync(path)
    const server = run('main.ts', { DATA_DIR })
    expect(await server.ended).toBe(1)
    expect(server.said).toContain('newer Withy')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('[LIMIT-39] lets go of a connection that sends its request too slowly', async () => {
    const base = new URL(await origin(run('main.ts', { DATA_DIR: tempDir() })))
    const slow = connect(Number(base.port), base.hostname)
    let said = ''
    slow.on('data', (bytes) => {
      said += bytes
    })
    slow.write('GET /healthz HTTP/1.1\r\nHost: x\r\n')
    await once(slow, 'close')
    expect(said).toContain('408')
  })

  it('[ACCESS-50] starts plans by invitation alone when told so, each link once, made while it runs', async () => {
    const env = { DATA_DIR: tempDir(), WITHY_START: 'invited' }
    const base = await origin(run('main.ts', env))
    const invite = run('invite.ts', { ...env, PORT: new URL(base).port })
    expect(await invite.ended).toBe(0)
    const link = /^http\S+$/m.exec(invite.said)?.[0] ?? ''
    expect(link).toMatch(new RegExp(`^${base}/start#[\\w-]{22}\\.[\\w-]{22}$`))
    const start = async (startSecret?: string) => {
      const answer = await fetch(`${base}/api/plans`, {
        method: 'POST',
        headers: { origin: base, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'area', title: 'T', name: 'Anna', voice: 'resident', startSecret }),
      })
      return ((await answer.json()) as { refused?: string }).refused ?? 'done'
    }
    expect(await start()).toBe('start-by-invitation')
    expect(await start(`${'A'.repeat(22)}.${'A'.repeat(22)}`)).toBe('start-by-invitation')
    expect(await start(link.split('#')[1])).toBe('done')
    expect(await start(link.split('#')[1])).toBe('start-by-invitation')
  })
})
