import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Folding } from './live/fold.ts'
import type { Live } from './live/live.ts'
import type { Measures } from './live/measures.ts'
import type { UpdateLog } from './storage/update-log.ts'

/** Why the server ends a connection. Whatever else is said is counted as `other`: labels are a list, never text of somebody's. */
const REASONS = new Set([
  ...[
    'claims',
    'client-of-another',
    'damaged',
    'epoch',
    'fenced',
    'gap',
    'gone',
    'malformed',
    'not-in-a-plan',
    'not-kept',
    'not-readable',
  ],
  ...['plan-full', 'presence', 'rate', 'restarting', 'role', 'schema', 'session', 'silent', 'slow-reader', 'sockets'],
  ...['stopped', 'too-large', 'trouble'],
])

/** In seconds: from a quiet room on a fast disk to what a person gives up on. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export type Metrics = ReturnType<typeof createMetrics>

/** Everything this process counts (SPEC STORE-71). Counts, sizes and times: nothing of a plan, and nobody. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const histogram = (name: string, help: string) => new Histogram({ name, help, buckets: BUCKETS, registers })
  const ackSeconds = histogram('withy_edit_ack_seconds', 'From a change reaching the server to its ack going out')
  const commitSeconds = histogram('withy_commit_seconds', 'One transaction of the log of changes, to stable storage')
  const loadSeconds = histogram('withy_load_seconds', 'Reading a plan from the database')
  const foldSeconds = histogram('withy_fold_seconds', 'Making one update of several, in its own thread')
  const count = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers })
  const changes = count('withy_changes_total', 'Changes of plans committed')
  const failed = count('withy_failures_total', 'What went wrong in the database or in folding', 'what')
  for (const what of ['commit', 'load', 'fold', 'snapshot']) failed.inc({ what }, 0)
  const snapshots = count('withy_snapshots_total', 'Snapshots of plans kept')
  const ended = count('withy_connections_ended_total', 'Connections the server ended', 'code', 'why')
  const answers = count('withy_answers_total', 'Answers to requests', 'status')

  /** Times work, and counts it where it goes wrong. */
  async function timed<T>(what: 'commit' | 'load' | 'fold', seconds: Histogram, work: Promise<T>): Promise<T> {
    const began = performance.now()
    try {
      const done = await work
      seconds.observe((performance.now() - began) / 1_000)
      return done
    } catch (problem) {
      failed.inc({ what })
      throw problem
    }
  }

  const live: Measures = {
    acked: (seconds) => ackSeconds.observe(seconds),
    ended: (code, why) => ended.inc({ code, why: REASONS.has(why) ? why : 'other' }),
  }

  return {
    live,
    answered: (status: number) => answers.inc({ status }),

    /** The log of changes, measured. */
    log: (updates: UpdateLog): UpdateLog => ({
      ...updates,
      load: (...asked) => timed('load', loadSeconds, updates.load(...asked)),
      async append(plan, epoch, batch) {
        await timed('commit', commitSeconds, updates.append(plan, epoch, batch))
        changes.inc(batch.entries.length)
      },
      async keepSnapshot(plan, epoch, snapshot) {
        const isKept = await updates.keepSnapshot(plan, epoch, snapshot).catch((problem: unknown) => {
          failed.inc({ what: 'snapshot' })
          throw problem
        })
        if (isKept) snapshots.inc()
        return isKept
      },
    }),

    folding: (folding: Folding): Folding => ({
      ...folding,
      fold: (parts) => timed('fold', foldSeconds, folding.fold(parts)),
    }),

    /** What is open is asked when somebody looks. */
    watch({ measure }: Pick<Live, 'measure'>) {
      const of = {
        rooms: 'Plans open',
        sockets: 'Connections',
        people: 'People connected',
        waiting: 'Changes not on disk yet',
      }
      for (const what of ['rooms', 'sockets', 'people', 'waiting'] as const) {
        const collect = function (this: Gauge) {
          this.set(measure()[what])
        }
        new Gauge({ name: `withy_${what}`, help: of[what], registers, collect })
      }
    },

    /** Everything as Prometheus reads it, and what to call that. */
    tell: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
