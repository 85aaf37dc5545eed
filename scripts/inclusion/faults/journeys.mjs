/** Faults that are seen where people come in, write, answer and look on. */
export const faults = [
  {
    check: 'A1',
    fault: 'an e-mail address is asked for at the door',
    edits: [
      {
        file: 'client/src/features/people/door.tsx',
        from: '      <div className="row">\n',
        to: '      <input type="email" aria-label="E-mail" />\n      <div className="row">\n',
      },
    ],
  },
  {
    check: 'A2',
    fault: 'a code that is pasted with spaces is too long',
    edits: [{ file: 'client/src/features/people/code-form.tsx', from: '/[\\s\\p{Pd}.]/gu', to: '/-/gu' }],
  },
  {
    check: 'A3',
    fault: 'reading settings are kept for as long as the browser is open',
    edits: [
      {
        file: 'client/src/features/reading/settings.ts',
        from: 'localStorage.setItem(LOOK_KEPT_AS',
        to: 'sessionStorage.setItem(LOOK_KEPT_AS',
      },
    ],
  },
  {
    check: 'A4',
    fault: 'more time is given to a step once',
    edits: [
      { file: 'server/src/workshop/steer.ts', from: 'Math.min(about.more + said.minutes', to: 'Math.min(said.minutes' },
    ],
  },
  {
    check: 'A5',
    fault: 'that the connection is back is not told',
    edits: [
      { file: 'client/src/features/link-state/news-of.ts', from: "? { kind: 'back' } : null", to: '? null : null' },
    ],
  },
  {
    check: 'A6',
    fault: 'the editor is fetched before anybody writes',
    edits: [
      {
        file: 'client/src/app/app.tsx',
        from: "const HomePage = fetchedPage('/'",
        to: "import * as editor from '../features/editor/rich-editor.tsx'\nObject.assign(window, editor)\nconst HomePage = fetchedPage('/'",
      },
    ],
  },
  {
    check: 'A7',
    fault: 'a plan opens where another one was read',
    edits: [{ file: 'client/src/live/kept-place.ts', from: 'kept.plan === plan &&', to: 'kept.plan !== plan &&' }],
  },
  {
    check: 'C1',
    fault: 'a dot is given by the mouse alone',
    edits: [
      {
        file: 'client/src/features/workshop/steps/dots.tsx',
        from: 'onClick={() => used < step.dots',
        to: 'onMouseDown={() => used < step.dots',
      },
    ],
  },
  {
    check: 'C7',
    fault: 'the focus stays nowhere when people come from another page',
    edits: [
      {
        file: 'client/src/ui/page.tsx',
        from: 'heading.current?.focus({ preventScroll: true })',
        to: 'heading.current?.blur()',
      },
    ],
  },
  {
    check: 'D3',
    fault: 'everybody who comes is a message of their own',
    edits: [
      { file: 'client/src/live/announcements.ts', from: 'const BETWEEN = 5_000', to: 'const BETWEEN = 0' },
      { file: 'client/src/live/announcements.ts', from: 'const GATHER = 400', to: 'const GATHER = 0' },
    ],
  },
  {
    check: 'D8',
    fault: 'the button to the next comment leads to the one before',
    edits: [
      {
        file: 'client/src/features/talk/talk-steps.tsx',
        from: 'onClick={() => onStep(1)}',
        to: 'onClick={() => onStep(-1)}',
      },
    ],
  },
  {
    check: 'D9',
    fault: 'what is added and taken out is shown and not said',
    edits: [
      {
        file: 'client/src/plan-view/changed-words.tsx',
        from: '-from`)} </span>',
        to: '-from`) && null} </span>',
      },
    ],
  },
  {
    check: 'D10',
    fault: 'the words as they are now have the name of earlier ones',
    edits: [
      {
        file: 'client/src/features/talk/suggest/change-view.tsx',
        from: "? 'talk-suggest.now' : 'talk-suggest.then'",
        to: "? 'talk-suggest.then' : 'talk-suggest.then'",
      },
    ],
  },
  {
    check: 'E3',
    fault: 'the list of what is missing does not take the focus',
    edits: [
      {
        file: 'client/src/ui/notice.tsx',
        from: 'if (errors.length > 0) summary.current?.focus()',
        to: 'if (errors.length > 9) summary.current?.focus()',
      },
    ],
  },
  {
    check: 'E4',
    fault: 'undo takes all of one’s changes back at once',
    edits: [{ file: 'client/src/live/undo.ts', from: 'captureTimeout: 800', to: 'captureTimeout: 8_000_000' }],
  },
  {
    check: 'F5',
    fault: 'dates are numbers',
    edits: [{ file: 'shared/src/plan/dates.ts', from: "dateStyle: 'full'", to: "dateStyle: 'short'" }],
  },
  {
    check: 'H1',
    fault: 'the room screen has smaller letters',
    edits: [
      {
        file: 'client/src/features/room-screen/room-screen.css',
        from: '--body: min(5.5vh, 6vw)',
        to: '--body: min(3.5vh, 6vw)',
      },
    ],
  },
  {
    check: 'H3',
    fault: 'the room screen names who is in the plan',
    edits: [
      {
        file: 'client/src/features/room-screen/section-on-screen.tsx',
        from: '{section.question}</p>',
        to: '{section.question} {people.map(({ name }) => name).join()}</p>',
      },
    ],
  },
  {
    check: 'H4',
    fault: 'the room screen follows each key',
    edits: [{ file: 'client/src/live/calm.ts', from: 'export const CALM = 1_000', to: 'export const CALM = 10' }],
  },
  {
    check: 'H5',
    fault: 'a phone stays at the step it came in at',
    edits: [
      {
        file: 'client/src/features/workshop/use-workshop.ts',
        from: '{ ...message, now: message.now }',
        to: '{ ...message, now: before.now }',
      },
    ],
  },
  {
    check: 'G4',
    fault: 'Welsh is read in an English voice',
    edits: [
      {
        file: 'client/src/features/read-aloud/voices.ts',
        from: 'primary(voice.lang) === primary(lang)',
        to: 'voice.lang !== lang',
      },
    ],
  },
  {
    check: 'G5',
    fault: 'pages may listen',
    edits: [{ file: 'server/src/http/headers.ts', from: '      microphone: [],', to: "      microphone: ['self']," }],
  },
  {
    check: 'E5',
    fault: 'hints on the words of who has care needs',
    edits: [
      {
        file: 'client/src/features/editor/coach/coach-room.tsx',
        from: "voice !== 'person' && voice !== 'care'",
        to: 'voice !== undefined',
      },
    ],
  },
  {
    check: 'D1',
    fault: 'the name at another’s caret is drawn in the words',
    edits: [
      {
        file: 'client/src/features/editor/say-caret.ts',
        from: "import type { Editor } from '@tiptap/core'\n",
        to: `import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
const KEY = new PluginKey('their-caret')
const ben = () => Object.assign(document.createElement('span'), { textContent: 'Ben' })
`,
      },
      {
        file: 'client/src/features/editor/say-caret.ts',
        from: '  return place === null ? null : editor.view.coordsAtPos(',
        to: `  const decorations = ({ doc }) => DecorationSet.create(doc, [Decoration.widget(place, ben)])
  const draw = () => KEY.get(editor.state) || editor.registerPlugin(new Plugin({ key: KEY, props: { decorations } }))
  if (place !== null && place > 5) setTimeout(draw)
  return place === null ? null : editor.view.coordsAtPos(`,
      },
    ],
  },
]
