// Every `npm run` command starts here: packages first, then a Node new enough, then the command itself.
// Node built-ins only, and nothing newer than Node 20 can read: this file runs before anything is installed.
import { fileURLToPath } from 'node:url'
import { installPackages } from './ground/install.mjs'
import { findNode, isNewEnough, withNodeFirst } from './ground/node.mjs'
import { run } from './ground/run-process.mjs'

const COMMANDS = [
  'start',
  'dev',
  'build',
  'test',
  'e2e',
  'check',
  'check-gates',
  'bench',
  'simulate',
  'broken',
  'faults',
  'screenshots',
  'spoken',
  'inclusion',
  'invite',
  'backup',
  'restore',
  'pictures',
]

const [command, ...rest] = process.argv.slice(2)
if (!COMMANDS.includes(command)) {
  console.error(`Withy knows these commands: ${COMMANDS.join(', ')}.`)
  process.exit(2)
}

try {
  if (!process.env.WITHY_GROUND_READY) await installPackages()
  const node = findNode()
  const env = { ...withNodeFirst(process.env, node), WITHY_GROUND_READY: '1' }
  if (isNewEnough(process.versions.node)) {
    Object.assign(process.env, env)
    const { main } = await import(`./commands/${command}.mjs`)
    process.exit((await main(rest)) ?? 0)
  }
  process.exit(await run(node, [fileURLToPath(import.meta.url), command, ...rest], { env }))
} catch (trouble) {
  console.error(trouble instanceof Error ? trouble.message : trouble)
  process.exit(1)
}
