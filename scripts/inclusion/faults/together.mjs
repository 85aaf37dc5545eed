/** Faults that are seen where people write together, and where they are told of it. */
export const faults = [
  {
    check: 'D2',
    fault: 'only one’s own writing keeps one’s line where it is',
    edits: [
      {
        file: 'client/src/features/together/use-still.ts',
        from: 'if (local || frame) return',
        to: 'if (!local || frame) return',
      },
    ],
  },
  {
    check: 'D4',
    fault: 'that others changed something is told to who is typing',
    edits: [
      {
        file: 'client/src/live/announcements.ts',
        from: "kind === 'changed' || kind === 'waiting'",
        to: "kind === 'waiting'",
      },
    ],
  },
  {
    check: 'D5',
    fault: 'Quiet silences what was chosen one by one, and nothing more',
    edits: [{ file: 'client/src/live/told.ts', from: '(calm || choice.quiet ? HEARD', to: '(calm ? HEARD' }],
  },
  {
    check: 'D6',
    fault: 'Escape does not end following',
    edits: [
      {
        file: 'client/src/features/together/use-follow.ts',
        from: "if (event.key === 'Escape' &&",
        to: "if (event.key === 'End' &&",
      },
    ],
  },
  {
    check: 'D7',
    fault: 'held changes come in with the next one',
    edits: [{ file: 'client/src/live/held.ts', from: 'person === me', to: 'person !== me' }],
  },
  {
    check: 'D11',
    fault: 'ten things are kept in the list of what is new',
    edits: [{ file: 'client/src/live/announcements.ts', from: 'const KEPT = 50', to: 'const KEPT = 10' }],
  },
  {
    check: 'D12',
    fault: 'who chose the simple box gets the editor with its tools',
    edits: [
      {
        file: 'client/src/features/editor/editor-chunk.ts',
        from: "simple: () => Promise.all([import('./simple-box.tsx')",
        to: "simple: () => Promise.all([import('./rich-editor.tsx')",
      },
    ],
  },
]
