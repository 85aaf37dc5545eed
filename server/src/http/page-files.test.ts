import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { tempDir } from '../testing/temp-dir.ts'

const SOURCES = ['src/pages/join-page.tsx', 'src/pages/plan-page.tsx'] as const

it('[SYNC-144] the pages that phones open first name their files, the first script before the others', async () => {
  const dist = tempDir()
  mkdirSync(join(dist, '.vite'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Withy</title>')
  const built = {
    'index.html': { file: 'assets/first.js', isEntry: true, imports: ['_both.js'] },
    '_both.js': { file: 'assets/both.js' },
    '_form.js': { file: 'assets/form.js', css: ['assets/form.css'], imports: ['_both.js'] },
    [SOURCES[0]]: { file: 'assets/join.js', imports: ['_both.js', '_form.js'], dynamicImports: ['src/never.ts'] },
    [SOURCES[1]]: { file: 'assets/plan.js' },
    'src/never.ts': { file: 'assets/never.js' },
  }
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(built))
  const withy = await openWithy({ dist })
  const linked = async (path: string) => (await withy.device().ask('GET', path)).headers.get('link')
  expect(await linked('/join')).toBe(
    [
      '</assets/first.js>; rel=modulepreload',
      '</assets/both.js>; rel=modulepreload',
      '</assets/join.js>; rel=modulepreload',
      '</assets/form.js>; rel=modulepreload',
      '</assets/form.css>; rel=preload; as=style; crossorigin',
    ].join(', '),
  )
  expect(await linked('/plans/AAAAAAAAAAAAAAAAAAAAAA')).toContain('</assets/plan.js>; rel=modulepreload')
  expect(await linked('/help')).toBeNull()
  await withy.close()
})

it('[SYNC-144] they are pages that the client has', () => {
  for (const source of SOURCES)
    expect([source, existsSync(new URL(`../../../client/${source}`, import.meta.url))]).toEqual([source, true])
})
