import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { createDraft } from './drafts.ts'

it('[STORE-93] takes away what was killed while it began, and leaves alone what has just begun', () => {
  const folder = tempDir()
  for (const name of ['.withy-starting-killed', '.withy-starting-begins']) mkdirSync(join(folder, name))
  const longAgo = Date.now() / 1_000 - 90
  utimesSync(join(folder, '.withy-starting-killed'), longAgo, longAgo)
  createDraft(folder).remove()
  expect(readdirSync(folder)).toEqual(['.withy-starting-begins'])
})
