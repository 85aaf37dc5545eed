/** Faults that are seen on pages. */
export const faults = [
  {
    check: 'B1',
    fault: 'quiet words too pale',
    edits: [{ file: 'client/src/styles/tokens.css', from: '--quiet: #424e54', to: '--quiet: #9aa3a8' }],
  },
  {
    check: 'B2',
    fault: 'labels that belong to no field',
    edits: [{ file: 'client/src/ui/field.tsx', from: '<label htmlFor={notes.field} ', to: '<label ' }],
  },
  {
    check: 'B3',
    fault: 'quiet words of 5:1',
    edits: [{ file: 'client/src/styles/tokens.css', from: '--quiet: #424e54', to: '--quiet: #6b7577' }],
  },
  {
    check: 'B4',
    fault: 'edges of fields too pale',
    edits: [{ file: 'client/src/styles/tokens.css', from: '--edge: #6b7577', to: '--edge: #c4cacc' }],
  },
  {
    check: 'B5',
    fault: 'a page that is never narrower than 480 px',
    edits: [
      {
        file: 'client/src/styles/base.css',
        from: 'body {\n  margin: 0;',
        to: 'body {\n  min-inline-size: 480px;\n  margin: 0;',
      },
    ],
  },
  {
    check: 'B6',
    fault: 'buttons that do not grow with their words',
    edits: [
      {
        file: 'client/src/ui/button.css',
        from: '  min-block-size: var(--target);\n  min-inline-size: var(--target);\n  padding: var(--space-2) var(--gutter);',
        to: '  block-size: 44px;\n  overflow: hidden;\n  padding: 8px var(--gutter);',
      },
    ],
  },
  {
    check: 'B7',
    fault: 'no ring in forced colours',
    edits: [{ file: 'client/src/styles/base.css', from: '    outline-color: Highlight;', to: '    outline: none;' }],
  },
  {
    check: 'B8',
    fault: 'fields in trouble that only turn red',
    edits: [{ file: 'client/src/ui/field.tsx', from: '      {error ? (', to: '      {error === null ? (' }],
  },
  {
    check: 'B9',
    fault: 'buttons that fade for a second',
    edits: [
      {
        file: 'client/src/ui/button.css',
        from: '.button {\n  display: inline-flex;',
        to: '.button {\n  transition: background 1s;\n  display: inline-flex;',
      },
    ],
  },
  {
    check: 'B10',
    fault: 'a skip link that leads nowhere',
    edits: [{ file: 'client/src/app/frame.tsx', from: 'href="#main"', to: 'href="#words"' }],
  },
  {
    check: 'B11',
    fault: 'pages that say they are in English',
    edits: [
      {
        file: 'client/src/text/language.ts',
        from: 'document.documentElement.lang = language',
        to: "document.documentElement.lang = 'en'",
      },
    ],
  },
  {
    check: 'B12',
    fault: 'a mark that neither says anything nor that it need not',
    edits: [{ file: 'client/src/ui/mark.tsx', from: ' aria-hidden="true"', to: '' }],
  },
  {
    check: 'B13',
    fault: 'captions that cannot be turned off',
    edits: [{ file: 'client/src/features/workshop/captions.tsx', from: 'open={isOpen}', to: 'open' }],
  },
  {
    check: 'C2',
    fault: 'dialogs that Escape does not close',
    edits: [
      {
        file: 'client/src/ui/dialog.tsx',
        from: '        event.preventDefault()\n        onClose()',
        to: '        event.preventDefault()',
      },
    ],
  },
  {
    check: 'C3',
    fault: 'a thin pale ring',
    edits: [
      {
        file: 'client/src/styles/base.css',
        from: ':focus-visible {\n  outline: 0.1875rem solid var(--focus);',
        to: ':focus-visible {\n  outline: 1px solid var(--line);',
      },
    ],
  },
  {
    check: 'C4',
    fault: 'controls of 30 px',
    edits: [{ file: 'client/src/styles/tokens.css', from: '--target: 2.75rem', to: '--target: 1.875rem' }],
  },
  {
    check: 'C5',
    fault: 'buttons that come to sight under a pointer',
    edits: [
      {
        file: 'client/src/ui/button.css',
        from: '.button:hover {\n',
        to: '.button-quiet {\n  opacity: 0;\n}\n.button:hover {\n  opacity: 1;\n',
      },
    ],
  },
  {
    check: 'C6',
    fault: 'a button called by what is not seen first',
    edits: [
      {
        file: 'client/src/pages/plan-bar.tsx',
        from: "{t('plan.people')} <Faces />",
        to: "<Faces /> {t('plan.people')}",
      },
    ],
  },
  {
    check: 'C8',
    fault: 'keys that need no Alt',
    edits: [
      {
        file: 'client/src/pages/use-page-keys.ts',
        from: 'if (!event.altKey || event.ctrlKey',
        to: 'if (event.ctrlKey',
      },
    ],
  },
  {
    check: 'E6',
    fault: 'nobody to ask on the page of a plan',
    edits: [{ file: 'client/src/app/frame.tsx', from: '<AskPerson />', to: '{bar ? null : <AskPerson />}' }],
  },
  {
    check: 'E8',
    fault: 'two main buttons in every step',
    edits: [
      {
        file: 'client/src/features/workshop/always/always.tsx',
        from: `<Button look="quiet" aria-haspopup="dialog" onClick={() => setSheet('ideas')}>`,
        to: `<Button look="main" aria-haspopup="dialog" onClick={() => setSheet('ideas')}>`,
      },
      {
        file: 'client/src/features/workshop/always/always.tsx',
        from: `<Button look="quiet" aria-haspopup="dialog" onClick={() => setSheet('me')}>`,
        to: `<Button look="main" aria-haspopup="dialog" onClick={() => setSheet('me')}>`,
      },
    ],
  },
  {
    check: 'E9',
    fault: 'a line that says where one is in plans only',
    edits: [{ file: 'client/src/app/frame.tsx', from: '{title && where !== null ? (', to: '{title && where ? (' }],
  },
  {
    check: 'G7',
    fault: 'a picture of somebody else’s that counts who reads',
    edits: [
      { file: 'client/index.html', from: '  <body>', to: '  <body><img src="http://127.0.0.2:9/who.gif" alt="">' },
      {
        file: 'server/src/http/headers.ts',
        from: "imgSrc: [...SELF, 'data:']",
        to: "imgSrc: ['http:', ...SELF, 'data:']",
      },
    ],
  },
  {
    check: 'H2',
    fault: 'pale edges on the room screen',
    edits: [{ file: 'client/src/features/room-screen/room-screen.css', from: '--edge: #333', to: '--edge: #999' }],
  },
]
