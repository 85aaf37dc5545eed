import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'

const PAGES = 'http://localhost:5173'

/**
 * The server, started again when its files change, and Vite for the pages. Two processes on purpose: with Vite inside
 * the server, a refused socket would not be told so.
 */
export async function main() {
  const main = join(ROOT, 'server/src/main.ts')
  const vite = join(ROOT, 'client/node_modules/vite/bin/vite.js')
  // The browser's Origin is Vite's address; the server must take it for its own.
  const env = { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? PAGES }
  console.log(`Open ${PAGES}. Changed files show at once. Ctrl-C ends both.`)
  const children = [
    spawn(process.execPath, ['--watch', '--watch-preserve-output', main], { cwd: ROOT, env, stdio: 'inherit' }),
    spawn(process.execPath, [vite, '--strictPort', '--port', '5173'], {
      cwd: join(ROOT, 'client'),
      env,
      stdio: 'inherit',
    }),
  ]
  const end = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // One without the other is of no use: when either ends, so does the other.
  const codes = await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', (code) => {
            end()
            resolve(code ?? 0)
          })
        }),
    ),
  )
  return Math.max(...codes)
}
