/** Faults that are seen on pages. */
export const faults = [
  {
    check: 'C4',
    fault: 'controls of 30 px',
    edits: [{ file: 'client/src/styles/tokens.css', from: '--target: 2.75rem', to: '--target: 1.875rem' }],
  },
]
