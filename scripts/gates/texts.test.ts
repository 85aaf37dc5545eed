import { expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { ROOT } from '../ground/root.mjs'
// @ts-expect-error a script, without types
import { look } from './texts.mjs'

// What turns it red is in scripts/planted/texts.mjs.
it('[A11Y-1] [A11Y-18] @E3 @F1 every text of ours is there in both languages, filled and counted alike, and blames nobody', async () => {
  expect((await look(ROOT)).findings).toEqual([])
})
