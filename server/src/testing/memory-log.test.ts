import { describeUpdateLog } from '../storage/update-log-contract.ts'
import { createMemoryLog } from './memory-log.ts'

describeUpdateLog('in memory', async () => {
  const log = createMemoryLog()
  log.addPlan('plan')
  return { log, plan: 'plan', restart: async (epoch) => log.restart('plan', epoch) }
})
