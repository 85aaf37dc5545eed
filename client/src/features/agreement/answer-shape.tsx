import type { Answer } from '@withy/shared/api'

const PATHS: Readonly<Record<Answer, string>> = {
  agree: 'M2.5 13l6.5 6.5L21.5 5',
  'agree-with': 'M2 3h20v14H11l-5 5v-5H2zM7 10l3.5 3.5L17 7',
  disagree: 'M4 8.5h16M4 15.5h16M17 3 7 21',
  'more-time': 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM12 6.5V12l4 3',
  stop: 'M7.5 2h9L22 7.5v9L16.5 22h-9L2 16.5v-9zM7 12h10',
}

/** The shape of an answer, the same wherever it stands: not everybody sees colours. Its words are beside it. */
export const AnswerShape = ({ of }: { readonly of: Answer }) => (
  <svg className={`answer-shape answer-shape-${of}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[of]} />
  </svg>
)
