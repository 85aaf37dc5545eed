import { completeness, readPlan, writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { wholePlan } from './whole-plan.ts'

it('[PLAN-97] a plan that arrives after it was looked at is whole at once, and not told as empty meanwhile', async () => {
  const server = new Y.Doc()
  writePlan(server, twentyPagePlan())
  const doc = new Y.Doc()
  const whole = wholePlan(doc, 'area')
  const empty = completeness(whole.now()).stillEmpty
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  await Promise.resolve()
  expect(whole.now()).toEqual(readPlan(server, 'area'))
  expect(completeness(whole.now()).stillEmpty).toBeLessThan(empty)
})
