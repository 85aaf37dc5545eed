import { runCommand } from './command.ts'
import { readConfig } from './config.ts'
import { siteOf } from './http/origin.ts'
import { createSecrets } from './http/secrets.ts'
import { newId } from './random.ts'
import { openKey } from './storage/key-file.ts'
import { openBesideServer } from './storage/sqlite/open.ts'
import { createStore } from './storage/store.ts'

const LASTS_DAYS = 14

/**
 * `npm run invite`: prints a link that starts one plan, once, for a Withy where plans start by invitation (SPEC
 * ACCESS-50). Works while the server runs; takes the same settings as the server does.
 */
async function printStartLink(): Promise<number> {
  const config = readConfig(process.env)
  const store = createStore(openBesideServer(config.dataDir).db)
  const { key } = openKey(config.dataDir)
  const id = newId()
  const now = Date.now()
  await store.addStartLink(id, now, now + LASTS_DAYS * 24 * 60 * 60 * 1000)
  await store.close()
  const { origin } = siteOf(config, config.port)
  console.log(`This link starts one plan, once, within ${LASTS_DAYS} days:`)
  console.log(`${origin}/start#${createSecrets(key).link('start', id, 1)}`)
  if (config.start === 'anyone')
    console.log('Anyone can start a plan here already. To change that: WITHY_START=invited.')
  return 0
}

runCommand(printStartLink)
