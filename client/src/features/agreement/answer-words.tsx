import { ANSWER_WORDS, type Answer } from '@withy/shared/api'
import { useWords } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { AnswerShape } from './answer-shape.tsx'

/** What somebody said: the answer with its shape, and their own words. */
export function AnswerWords({ answer, words }: { readonly answer: Answer; readonly words: string }) {
  const say = useWords()
  return (
    <>
      <p className={`agree-said agree-said-${answer}`}>
        <AnswerShape of={answer} />
        <span>{say(ANSWER_WORDS[answer])}</span>
      </p>
      {words ? (
        <Theirs as="blockquote" className="agree-quote">
          {words}
        </Theirs>
      ) : null}
    </>
  )
}
