import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { quickDisk } from './quick-disk.mjs'

const someFolder = () => {
  const place = mkdtempSync(join(tmpdir(), 'withy-disk-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}

it('gives a folder of its own where there is room, and takes it away', () => {
  const place = someFolder()
  const { folder, end } = quickDisk(place, 1)
  expect(readdirSync(place)).toEqual([folder.slice(place.length + 1)])
  expect(readdirSync(folder)).toEqual([])
  end()
  expect(readdirSync(place)).toEqual([])
})

it('leaves alone what has too little room, and what is not there', () => {
  const place = someFolder()
  expect(quickDisk(place, Number.MAX_SAFE_INTEGER).folder).toBeNull()
  expect(readdirSync(place)).toEqual([])
  expect(quickDisk(join(place, 'nowhere'), 1).folder).toBeNull()
})
