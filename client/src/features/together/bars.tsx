import type { ReactNode } from 'react'
import { decoded } from '../../api/fragment.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useSectionTitles } from '../../live/section-titles.ts'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { type Together, useTogether } from './together-state.ts'
import { LetInButton, Whose } from './waiting.tsx'
import './together.css'

/** What is on now: changes that are held, a person who is followed, a section that is kept; each with how to end it. */
export function Bars({ state }: { readonly state: Together }) {
  const { waiting, follows, alone, typesFor } = useTogether(state)
  if (!waiting && follows === null && alone === null && typesFor === null) return null
  return (
    <div className="together-bars" data-not-printed="">
      {waiting && <HoldBar state={state} />}
      {follows !== null && <FollowBar state={state} person={follows} />}
      {alone !== null && <AloneBar state={state} section={alone} />}
      {typesFor !== null && <TypesForBar state={state} person={typesFor} />}
    </div>
  )
}

type BarProps = { readonly name: string; readonly children: ReactNode }

const Bar = ({ name, children }: BarProps) => (
  <section className="together-bar" aria-label={name}>
    {children}
  </section>
)

function HoldBar({ state }: { readonly state: Together }) {
  const t = useText()
  const { waiting, isAsked } = useTogether(state)
  return (
    <Bar name={t('together.hold')}>
      <p>{t(isAsked ? 'together.holding' : 'together.holding-calm')}</p>
      <div className="row">
        <LetInButton state={state} />
        {isAsked && (
          <Button
            look="quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              state.hold('asked', false)
              backToPlan(null)
            }}
          >
            {t('together.hold-end')}
          </Button>
        )}
      </div>
      <Whose waiting={waiting ?? []} />
    </Bar>
  )
}

function FollowBar({ state, person }: { readonly state: Together; readonly person: string }) {
  const t = useText()
  const announce = useAnnounce()
  const { names, live } = useDesk()
  const titleOf = useSectionTitles()
  const here = useHere(live).filter((page) => page.person === person)
  const section = here.find((page) => page.section)?.section
  const title = section && titleOf(section)
  const name = names.find(({ id }) => id === person)?.name ?? t('together.someone')
  return (
    <Bar name={t('together.following', { name })}>
      <p>
        {t('together.following', { name })}{' '}
        <span className="quiet">
          {here.length === 0 ? t('together.follow-away') : title ? t('live.here-in', { section: title }) : ''}
        </span>
      </p>
      <div className="row">
        <Button
          onClick={() => {
            state.follow(null)
            backToPlan(section ?? null)
            announce({ kind: 'done', sentence: t('together.follow-ended', { name }) })
          }}
        >
          {t('together.follow-stop')}
        </Button>
      </div>
    </Bar>
  )
}

function AloneBar({ state, section }: { readonly state: Together; readonly section: string }) {
  const t = useText()
  const announce = useAnnounce()
  const title = useSectionTitles()(section) ?? t('plan.own-section')
  return (
    <Bar name={t('together.alone', { section: title })}>
      <p>{t('together.alone', { section: title })}</p>
      <div className="row">
        <Button
          onClick={() => {
            state.keep(null)
            backToPlan(section)
            announce({ kind: 'done', sentence: t('together.alone-ended') })
          }}
        >
          {t('plan.done')}
        </Button>
      </div>
    </Bar>
  )
}

function TypesForBar({ state, person }: { readonly state: Together; readonly person: string }) {
  const t = useText()
  const announce = useAnnounce()
  const { names } = useDesk()
  const name = names.find(({ id }) => id === person)?.name ?? t('together.someone')
  return (
    <Bar name={t('together.typing-for', { name })}>
      <p>
        {t('together.typing-for', { name })} <span className="quiet">{t('together.typing-for-what')}</span>
      </p>
      <div className="row">
        <Button
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            state.typeFor(null)
            backToPlan(null)
            announce({ kind: 'done', sentence: t('together.type-for-ended') })
          }}
        >
          {t('together.follow-stop')}
        </Button>
      </div>
    </Bar>
  )
}

/**
 * The button that ended something goes with its bar: the focus is on the section's heading then. Where none is named that is the one
 * being read, which stands in the address; at the top of the plan it is the plan's (SPEC A11Y-283).
 */
function backToPlan(section: string | null): void {
  const heading = document.getElementById(`${section ?? decoded(location.hash.slice(1)) ?? ''}-title`)
  requestAnimationFrame(() => takeLostFocus(heading ?? document.querySelector<HTMLElement>('main h1')))
}
