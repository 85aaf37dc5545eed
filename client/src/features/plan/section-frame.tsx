import { type ReactNode, useState } from 'react'
import { showSection } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { TitleForm } from './title-form.tsx'
import './plan.css'

type SectionFrameProps = {
  readonly id: string
  readonly title: string
  /** The title of the catalogue, where there is one to go back to. */
  readonly firstTitle?: string
  readonly question?: string | undefined
  readonly hint?: string | undefined
  readonly onRetitle: (title: string | null) => void
  /** Who is in it, beside its title. */
  readonly chips: ReactNode
  /** More that can be done with it. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A section: its heading, its plain question, then its boxes. */
export function SectionFrame({ id, title, question, hint, chips, children, ...rest }: SectionFrameProps) {
  const { shown } = useDesk()
  const t = useText()
  return (
    <section id={id} data-section="" className="section" aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Theirs as="h3" ours={title === rest.firstTitle} id={`${id}-title`} tabIndex={-1}>
          {title}
        </Theirs>
        {chips}
        <SectionMore id={id} title={title} {...rest} />
      </div>
      {shown === id && <p className="section-shown">{t('plan.on-screen')}</p>}
      {question && <p className="section-question">{question}</p>}
      {hint && <p className="section-hint">{hint}</p>}
      {children}
    </section>
  )
}

type SectionMoreProps = Pick<SectionFrameProps, 'id' | 'title' | 'firstTitle' | 'onRetitle' | 'more'>

/** What is seldom needed: another title, the room screen, moving an own section. */
function SectionMore({ id, title, firstTitle, onRetitle, more }: SectionMoreProps) {
  const t = useText()
  const { may } = useDesk()
  const [retitling, setRetitling] = useState(false)
  if (!may('write')) return null
  return (
    <details className="section-more" data-not-printed="">
      <summary aria-label={`${t('plan.more')}: ${title}`}>{t('plan.more')}</summary>
      <div className="stack">
        <div className="row">
          {may('choose-shown-section') && <ShowOnScreen id={id} />}
          {!retitling && <Button onClick={() => setRetitling(true)}>{t('plan.retitle')}</Button>}
        </div>
        {retitling && (
          <TitleForm
            title={title}
            firstTitle={firstTitle}
            onDone={(next) => {
              setRetitling(false)
              if (next !== undefined) onRetitle(next)
              document.getElementById(`${id}-title`)?.focus()
            }}
          />
        )}
        {more}
      </div>
    </details>
  )
}

function ShowOnScreen({ id }: { readonly id: string }) {
  const t = useText()
  const announce = useAnnounce()
  const { id: plan, shown } = useDesk()
  const [trouble, setTrouble] = useState<string | null>(null)
  const isShown = shown === id
  const choose = async () => {
    try {
      await showSection(plan, isShown ? null : id)
      setTrouble(null)
      announce({ kind: 'done', sentence: t(isShown ? 'plan.screen-cleared' : 'plan.on-screen') })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  return (
    <>
      <Button onClick={choose}>{t(isShown ? 'plan.take-off-screen' : 'plan.show-on-screen')}</Button>
      {trouble && <p role="alert">{trouble}</p>}
    </>
  )
}
