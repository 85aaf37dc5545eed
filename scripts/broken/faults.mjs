const WRITING = 'server/src/live/writing.ts'
const FAULTS = 'server/src/live/faults.test.ts'
const SIMULATION = 'server/simulation/simulation.test.ts'
const STREAM = 'server/src/live/long-stream.test.ts'
const LET_IN = '    known.add(news, claimed)\n'

/**
 * Faults that would lose people's words or let others write in their name, each as the smallest change of the product:
 * `edits` are exact pieces of text and what stands in their place. `tests`: those meant to find it.
 */
export const faults = [
  {
    fault: 'acks before the commit',
    file: WRITING,
    edits: [[LET_IN, `${LET_IN}    outbox.ack(seat, count)\n    outbox.committed(state.seq())\n`]],
    tests: [FAULTS],
    named: '\\[SYNC-1\\]',
  },
  {
    fault: 'shows others a change before its commit',
    file: WRITING,
    edits: [
      [
        "import { gate } from './gate.ts'",
        "import { syncFrame } from './frames-in.ts'\nimport { gate } from './gate.ts'",
      ],
      [
        LET_IN,
        `${LET_IN}    outbox.change(seat, syncFrame('update', bytes), cameAt)\n    outbox.committed(state.seq())\n`,
      ],
    ],
    tests: [FAULTS],
    named: '\\[SYNC-1\\]',
  },
  {
    fault: 'swallows the error of a commit',
    file: 'server/src/live/open-room.ts',
    edits: [
      ['updates.append(plan, onDisk.epoch, batch)', 'updates.append(plan, onDisk.epoch, batch).catch(() => undefined)'],
    ],
    tests: [FAULTS, SIMULATION],
  },
  {
    fault: 'does not show one change in 10,000',
    file: 'server/src/live/outbox.ts',
    edits: [
      ['  let durable = 0\n', '  let durable = 0\n  let told = 0\n'],
      [
        'void changes.push({ writer, frame, cameAt })',
        'void (++told % 10_000 === 0 || changes.push({ writer, frame, cameAt }))',
      ],
    ],
    tests: [STREAM],
  },
  {
    fault: 'does not store one change in 10,000',
    file: 'server/src/live/keep.ts',
    edits: [
      [
        'batch.flatMap((waiting) => waiting.change ?? [])',
        'batch.flatMap((waiting) => waiting.change ?? []).filter((_, i) => i % 10_000 !== 9_999)',
      ],
    ],
    tests: [STREAM],
  },
  {
    fault: 'skips the role check on SyncStep2',
    file: WRITING,
    edits: [
      [
        'const came = letIn(seat, bytes, seat.saidFor)',
        "const came = letIn(seat, bytes, seat.saidFor, is === 'answer' ? 'owner' : seat.role)",
      ],
      ['saidFor: string | null)', 'saidFor: string | null, role = seat.role)'],
      ['gate(update, { person, role: seat.role }', 'gate(update, { person, role }'],
    ],
    tests: ['server/src/live/sockets.test.ts'],
    named: 'SYNC-11',
  },
  {
    fault: 'lets a person write with the client id of another',
    file: 'server/src/live/gate.ts',
    edits: [['const strange = ', 'const strange = false && ']],
    tests: ['server/src/live/gate.test.ts'],
    named: 'SYNC-12',
  },
  {
    fault: 'seeds an empty plan when a server opens it',
    file: 'server/src/live/plan-on-disk.ts',
    edits: [
      [
        '  const base = snapshot ?? NOTHING\n',
        "  const seed = new Y.Doc()\n  seed.getXmlFragment('living-map.know').push([new Y.XmlElement('paragraph')])\n" +
          '  const seeded = { ...NOTHING, bytes: Y.encodeStateAsUpdate(seed), vector: Y.encodeStateVector(seed) }\n' +
          '  const base = snapshot ?? seeded\n',
      ],
    ],
    tests: [SIMULATION],
  },
  {
    fault: 'seeds an empty plan when a page opens it',
    file: 'client/src/live/live-plan.ts',
    edits: [
      [
        'if (synced) arrived = true',
        "if (synced && !arrived) wire.getXmlFragment('living-map.know').push([new Y.XmlElement('paragraph')])\n    if (synced) arrived = true",
      ],
    ],
    tests: [SIMULATION],
  },
  {
    fault: 'takes out what others wrote with an undo',
    file: 'client/src/live/undo.ts',
    edits: [['!holdsOthersWork(item, doc.clientID)', 'true']],
    tests: [SIMULATION],
  },
  {
    fault: 'says Saved of the last change before its ack',
    file: 'client/src/live/ledger.ts',
    edits: [
      ['frame === null || frame > acked', 'frame === null || frame > acked + 1'],
      ['acked >= needed', 'acked + 1 >= needed'],
    ],
    tests: [SIMULATION],
  },
]
