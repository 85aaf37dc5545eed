import { reach } from '../../ui/reach.ts'
import { mayHaveCopies } from './copies-on.ts'

/**
 * Fetches what takes things from this device, where anything may lie there. Null: there is nothing, or it cannot be had. Then
 * all else goes on as it would, and the next visit takes it away. Never rejects.
 */
export const loadWipe = async (): Promise<typeof import('./wipe.ts') | null> =>
  mayHaveCopies() ? reach(() => import('./wipe.ts')).catch(() => null) : null
