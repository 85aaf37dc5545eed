/** Faults that are seen in files people take away. */
export const faults = [
  {
    check: 'G1',
    fault: 'a PDF has no outline',
    edits: [{ file: 'server/src/exports/plan.typ', from: 'outlined: node.level < 3', to: 'outlined: false' }],
  },
  {
    check: 'G2',
    fault: 'the heads of a table in a Word file are a row like others',
    edits: [{ file: 'server/src/exports/docx.ts', from: 'tableHeader: true', to: 'tableHeader: false' }],
  },
  {
    check: 'G3',
    fault: 'a printed web page does not say at its top that it is a draft',
    edits: [{ file: 'server/src/exports/html-style.ts', from: '@top-center {', to: '@top-left {' }],
  },
  {
    check: 'G6',
    fault: 'headings of plain text are lines like others',
    edits: [{ file: 'server/src/exports/plain-text.ts', from: "'#'.repeat(level + 1)", to: "''.repeat(level + 1)" }],
  },
]
