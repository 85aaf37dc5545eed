/** Faults that are seen in words, letters and languages. */
export const faults = [
  {
    check: 'E1',
    fault: 'what stays open is told in the words of an office',
    edits: [
      {
        file: 'client/src/text/en/agreement-talk.json',
        from: 'What people said is kept for good, as it reads now, with their names. It stays even if they remove it later.',
        to: 'Contributions are archived permanently, including individual identities. Subsequent alterations are administratively inconsequential.',
      },
    ],
  },
  {
    check: 'E2',
    fault: 'two sentences of a text are made one of 24 words',
    edits: [
      {
        file: 'client/src/text/en/agreement-talk.json',
        from: 'as it reads now, with their names. It stays even if they remove it later.',
        to: 'as it reads now, with their names, and it stays even if they remove it later.',
      },
    ],
  },
  {
    check: 'E7',
    fault: 'pictures of 60 px beside the rows of a copy in Easy Read',
    edits: [
      { file: 'server/src/exports/html-style.ts', from: 'max(90px, 7rem) minmax(0, 26em)', to: '60px minmax(0, 26em)' },
    ],
  },
  {
    check: 'F1',
    fault: 'a text that stands in the code, in English',
    edits: [
      {
        file: 'client/src/features/where/where-line.tsx',
        from: "        {t('common.where-am-i')}\n",
        to: '        Where am I?\n',
      },
    ],
  },
  {
    check: 'F2',
    fault: 'the letters that Welsh has and English does not are in no font',
    edits: [
      {
        file: 'client/src/styles/fonts.css',
        from: 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
        to: 'atkinson-hyperlegible-next-latin-wght-normal.woff2',
      },
    ],
  },
  {
    check: 'F3',
    fault: 'words for screen readers lie far to the left: a mirrored page scrolls to them',
    edits: [
      {
        file: 'client/src/styles/base.css',
        from: '  clip-path: inset(50%);\n  white-space: nowrap;',
        to: '  left: -9999px;\n  white-space: nowrap;',
      },
    ],
  },
  {
    check: 'F4',
    fault: 'buttons that are as wide as the English on them',
    edits: [
      {
        file: 'client/src/ui/button.css',
        from: 'line-height: 1.25;\n  text-align: center;',
        to: 'line-height: 1.25;\n  max-inline-size: 12em;\n  overflow: hidden;\n  white-space: nowrap;\n  text-align: center;',
      },
    ],
  },
]
