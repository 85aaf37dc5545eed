import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COPY_SIZES, FORMATS, takeAway } from '@withy/shared/api'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import * as Y from 'yjs'
import { openBot } from '../../src/testing/bot.ts'
import { updateOf, writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { needsStrace } from '../stage/strace.ts'
import { holds, inTime, within } from '../stage/within.ts'

const PRODUCT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
/** What any program opens of its system: libraries, devices, what it knows of itself, the hour of the place; Typst looks into ldd for which C library there is, and where we send it for fonts. */
const SYSTEM =
  /^\/(?:lib|lib64|usr\/lib|usr\/share\/zoneinfo|proc|sys|dev)\/|^\/etc\/(?:ld\.so\.\w+|localtime|ssl\/openssl\.cnf)$|^\/usr\/bin\/ldd$|^\/nowhere\/?$/

/** Words that fetch or read something wherever they are taken for more than words. */
const lures = (canary: string, secret: string): string[] =>
  [canary, `file://${secret}`, `file:///etc/passwd`].flatMap((address) => [
    address,
    `<iframe src="${address}"></iframe><img src="${address}"><link rel="stylesheet" href="${address}">`,
    `<style>@import url(${address}); @font-face { src: url("${address}") } p { background: url(${address}) }</style>`,
    `#read("${address.replace('file://', '')}") #image("${address.replace('file://', '')}") #include "${address}"`,
    `![a picture](${address}) [a link](${address})`,
    `=WEBSERVICE("${address}") =HYPERLINK("${address}")`,
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]><x>&e;</x>`,
  ])

export const D34: Scenario = {
  shows:
    'A plan full of words that fetch and read elsewhere is taken away in every format and size of letters: no connection, no file opened that is not ours.',
  seeds: 1,
  async run(stage) {
    needsStrace()
    let calls = 0
    const canary = createServer((socket) => {
      calls += 1
      socket.destroy()
    }).listen(0, '127.0.0.1')
    stage.atEnd(() => canary.close())
    await within('the canary listens', () => canary.listening)
    const secret = join(stage.home, 'secret.txt')
    writeFileSync(secret, 'nobody may read this')
    const trace = join(stage.home, 'opened')
    await stage.open(1, {
      under: ['strace', '-D', '-f', '-qq', '-s', '4096', '-o', trace, '-e', 'trace=open,openat,connect'],
    })
    const { plan, cookie } = stage.anna()

    const mallory = await stage.guest('contributor', 'Mallory')
    const bot = openBot(mallory, { mute: true })
    await inTime('it opens', bot.status)
    const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/canary.png`
    const words = [...lures(address, secret), ...HOSTILE_TEXTS.filter((text) => text.length < 1_000)]
    const doc = new Y.Doc()
    bot.sync(
      'step2',
      updateOf(doc, () =>
        doc.transact(() => {
          for (const text of words) writeParagraph(doc, text)
          writeParagraph(doc, 'a link').format(0, 6, { link: { href: address } })
        }),
      ),
    )
    await within('the words are kept', () => bot.acked() === 1)
    bot.ws.terminate()

    // What the server opened to start with is its own.
    const before = statSync(trace).size
    let made = 0
    for (const format of FORMATS)
      for (const size of stage.isShort ? (['normal'] as const) : COPY_SIZES) {
        const path = takeAway.path.replace(':plan', plan).replace(':format', format)
        const { status } = await inTime(
          `${format} is made`,
          fetch(`${stage.withy.origin}${path}?size=${size}`, { headers: { cookie } }).then(async (answer) => {
            await answer.arrayBuffer()
            return answer
          }),
        )
        // A plan about a place has no FHIR, one without days no calendar, and that is said. D35 has days.
        if (format === 'fhir' || format === 'ics') holds(status < 500, `${format}: ${status}`)
        else holds(status === 200, `${format} in ${size}: ${status}`)
        made += 1
      }

    holds(calls === 0, `${calls} connections to the canary`)
    const lines = readFileSync(trace).subarray(before).toString().split('\n')
    const connected = lines.filter((line) => /connect\(.*AF_INET/.test(line))
    holds(connected.length === 0, `it connected: ${connected[0]}`)
    const tried = lines.flatMap((line) => / open(?:at)?\((?:AT_FDCWD, )?"(\/[^"]*)"/.exec(line)?.[1] ?? [])
    holds(tried.length > 100, `the trace has ${tried.length} files: it shows nothing`)
    const isOurs = (path: string) =>
      [PRODUCT, stage.dataDir, dirname(process.execPath)].some((folder) => path.startsWith(folder)) || SYSTEM.test(path)
    const elsewhere = tried.filter((path) => !isOurs(path))
    holds(elsewhere.length === 0, `it opened ${elsewhere[0]}`)
    return { total: { copies: made, 'files looked at': tried.length } }
  },
}
