import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'

const CLIENT = fileURLToPath(new URL('../client', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Builds the pages with the languages nobody speaks, which what people get does not have. @returns their folder */
export function buildWithPseudo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'withy-pseudo-'))
  const vite = join(dirname(createRequire(join(CLIENT, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--mode', 'pseudo', '--outDir', folder], { cwd: CLIENT })
  return folder
}

/** Gives a browser those pages in the place of the server's, and shows one of the languages. What pages ask the server for goes there. */
export async function showPseudo(context: BrowserContext, folder: string, shown: 'en-XA' | 'ar-XB'): Promise<void> {
  await context.addInitScript((shown) => localStorage.setItem('withy.pseudo', shown), shown)
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(folder, pathname)
    if (route.request().resourceType() === 'document')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(join(folder, 'index.html')) })
    const type = TYPES[extname(pathname)]
    if (type && !pathname.startsWith('/api/') && existsSync(file))
      return route.fulfill({ contentType: type, body: readFileSync(file) })
    return route.fallback()
  })
}
