import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { ROOT } from '../ground/root.mjs'
// @ts-expect-error a script of Node built-ins, without types
import { CHECKS } from './checks.mjs'
// @ts-expect-error a script of Node built-ins, without types
import { allFaults, plant } from './plant-faults.mjs'

type Fault = { check: string; fault: string; edits: { file: string; from: string; to: string }[] }

const faults: readonly Fault[] = await allFaults()

describe('faults that are planted', () => {
  it('[A11Y-151] are each for a check of their own, in words', () => {
    const ids = (CHECKS as { id: string }[]).map(({ id }) => id)
    expect(faults.filter(({ check }) => !ids.includes(check))).toEqual([])
    expect(new Set(faults.map(({ check }) => check)).size).toBe(faults.length)
    expect(faults.filter(({ fault, edits }) => fault === '' || edits.length === 0)).toEqual([])
  })

  it.each(faults.flatMap(({ check, edits }) => edits.map((edit) => ({ check, ...edit }))))(
    '$check: what it changes stands once in $file',
    ({ file, from, to }) => {
      expect(readFileSync(join(ROOT, file), 'utf8').split(from)).toHaveLength(2)
      expect(to).not.toBe(from)
    },
  )

  it('are put into a tree, and taken out again', () => {
    const tree = mkdtempSync(join(tmpdir(), 'withy-fault-'))
    mkdirSync(join(tree, 'client'))
    writeFileSync(join(tree, 'client/a.css'), 'size: 44px; gap: 8px')
    const words = () => readFileSync(join(tree, 'client/a.css'), 'utf8')
    const edit = (from: string, to: string) => ({ file: 'client/a.css', from, to })
    const putBack = plant(tree, { edits: [edit('44px', '30px'), edit('8px', '0px')] })
    expect(words()).toBe('size: 30px; gap: 0px')
    putBack()
    expect(words()).toBe('size: 44px; gap: 8px')
    expect(() => plant(tree, { edits: [edit('px', 'em')] })).toThrow('This stands 2 times in client/a.css: px')
    rmSync(tree, { recursive: true })
  })
})
