import { axeLooks, ENHANCED } from '../../axe.ts'
import { isWanted, type LookFor } from '../looks.ts'

/** One reading of axe answers both: what the standards ask, and text at 7:1. */
export const axe: LookFor = {
  checks: ['B1', 'B3'],
  at: async (page) => {
    const { usual, further } = await axeLooks(page, { further: isWanted('B3') ? [ENHANCED] : [] })
    const found = (check: string, lines: readonly string[]) => ({
      check,
      looked: 1,
      short: lines.length > 0 ? [lines.join('; ')] : [],
    })
    return [found('B1', usual), ...(isWanted('B3') ? [found('B3', further)] : [])]
  },
}
