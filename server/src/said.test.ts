import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openBot } from './testing/bot.ts'
import { joinPlan, startPlan } from './testing/guests.ts'
import { spawnServer } from './testing/spawn-server.ts'
import { tempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'
import { writeParagraph } from './testing/writer.ts'

it('[LIMIT-53] a whole run says no word, name, title, session, link or code to whoever reads its log', {
  timeout: 60_000,
}, async () => {
  const server = await spawnServer(tempDir())
  onTestFinished(() => server.kill())
  const { origin } = server
  const anna = await startPlan(origin, 'Canary Anna')
  const vera = await joinPlan(anna, 'Canary Vera', 'viewer')
  const ask = async (method: string, path: string, body?: object, headers: object = {}) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { origin, cookie: anna.cookie, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json().catch(() => null)) as { link?: string; invitation?: { link?: string; code?: string } }
  }
  const own = `/api/plans/${anna.plan}`
  await ask('PATCH', own, { title: 'Canary title' })
  const link = await ask('POST', `${own}/invitations`, { kind: 'link', role: 'viewer', voice: 'resident' })
  const code = await ask('POST', `${own}/invitations`, { kind: 'code', role: 'viewer', voice: 'resident' })
  const back = await ask('POST', '/api/me/way-back', { renew: false })
  const secrets = [link.invitation?.link, back.link].map((one) => one?.split('#')[1] ?? 'no link')
  const spoken = code.invitation?.code ?? 'no code'
  expect([...secrets, spoken]).not.toContain('no link')
  expect(spoken).not.toBe('no code')
  await ask('GET', `/canary/${secrets[0]}?code=${spoken}`)
  await ask('POST', '/api/join/look', { ticket: { code: 'CANARYXX' } })
  await ask('POST', '/api/plans', { title: 'Canary from elsewhere' }, { origin: 'https://canary.example' })
  await ask('GET', `${own}/take-away/html`)

  const [writer, viewer] = [openBot(anna), openBot(vera)]
  onTestFinished(() => writer.ws.terminate())
  await until(() => expect([writer.isSynced(), viewer.isSynced()]).toEqual([true, true]))
  writeParagraph(writer.doc, 'canary words')
  await until(() => expect(writer.acked()).toBe(writer.sent()))
  writeParagraph(viewer.doc, 'canary words of a viewer')
  await viewer.closed
  writer.send(new TextEncoder().encode('canary frame'))
  await writer.closed
  const raw = connect(Number(new URL(origin).port), '127.0.0.1')
  raw.end(`GET /canary HTTP/9.9\r\nCookie: ${anna.cookie}\r\n\r\n`)
  raw.resume()
  await once(raw, 'close')

  const said = server.said()
  for (const told of ['"why":"role"', '"why":"malformed"', '"route":"/api/plans/:plan"']) expect(said).toContain(told)
  const sessions = [anna, vera].map(({ cookie }) => cookie.split('=')[1] ?? 'no cookie')
  const codes = [spoken, spoken.replace(/\s/g, '')]
  for (const one of [
    'canary',
    ...secrets,
    ...secrets.map((secret) => secret.split('.')[1] ?? ''),
    ...sessions,
    ...codes,
  ])
    expect(said.toLowerCase().includes(one.toLowerCase()), one).toBe(false)
})
