import { describeUpdateLog } from '../storage/update-log-contract.ts'
import { createMemoryLog } from './memory-log.ts'

describeUpdateLog('in memory', async () => {
  const log = createMemoryLog()
  log.addPlan('plan', 'area', ['anna'])
  return {
    log,
    plan: 'plan',
    restart: async (epoch) => log.restart('plan', epoch),
    authors: async () => log.authors('plan'),
  }
})
