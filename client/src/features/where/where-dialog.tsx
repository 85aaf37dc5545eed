import type { PlanFacts } from '@withy/shared/api'
import { type ReactNode, useId } from 'react'
import { Link, useLocation } from 'wouter'
import { planIn } from '../../api/plan-in.ts'
import { getMe, getPlan } from '../../api/plans.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Where } from '../../ui/page.tsx'
import { Theirs } from '../../ui/theirs.tsx'

type WhereDialogProps = {
  /** "You are in: Rosa’s plan. Section 2 of 9: My health." */
  readonly line: string
  readonly next: Where['next']
  readonly onClose: () => void
}

/** Who I am, what this is, where I am and what comes next, each in a plain sentence (SPEC A11Y-81). */
export function WhereDialog({ line, next, onClose }: WhereDialogProps) {
  const t = useText()
  const [address] = useLocation()
  const plan = planIn(address)
  return (
    <Dialog title={t('common.where-am-i')} close={t('common.close')} onClose={onClose}>
      <Told title={t('where.where')}>
        <p>{line}</p>
      </Told>
      {plan ? <InPlan plan={plan} /> : <OutsidePlans />}
      <Told title={t('where.next')}>
        <Next next={next} plan={address === `/plans/${plan}` ? null : plan} onGo={onClose} />
      </Told>
    </Dialog>
  )
}

function Told({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="where-title">
        {title}
      </h3>
      {children}
    </section>
  )
}

function InPlan({ plan }: { readonly plan: string }) {
  const t = useText()
  const { again, ...asked } = useAnswer(() => getPlan(plan))
  const facts: PlanFacts | null = asked.is === 'here' ? asked.answer : null
  const me = facts?.people.find(({ id }) => id === facts.me)
  return (
    <>
      <Told title={t('where.who')}>
        <Answer is={asked.is}>
          {me && t('where.who-in-plan', { name: me.name, role: t(`common.role-${me.role}`) })}
        </Answer>
      </Told>
      {facts && (
        <Told title={t('where.what')}>
          <Theirs as="p">{facts.title}</Theirs>
          <p>{t(`common.kind-${facts.kind}`)}</p>
        </Told>
      )}
    </>
  )
}

function OutsidePlans() {
  const t = useText()
  const { again, ...asked } = useAnswer(getMe)
  return (
    <>
      <Told title={t('where.who')}>
        <Answer is={asked.is}>
          {asked.is === 'here' && t(asked.answer.person ? 'where.who-here' : 'where.who-nobody')}
        </Answer>
      </Told>
      <Told title={t('where.what')}>
        <p>{t('where.what-withy')}</p>
      </Told>
    </>
  )
}

type AnswerProps = { readonly is: 'asking' | 'here' | 'refused'; readonly children: ReactNode }

function Answer({ is, children }: AnswerProps) {
  const t = useText()
  // Not a status: going line by line, a screen reader says "status bar" of one, and none of its words.
  return <p aria-live="polite">{is === 'refused' ? t('where.who-not-reached') : is === 'here' ? children : ''}</p>
}

type NextProps = Pick<WhereDialogProps, 'next'> & {
  /** The plan to go back to. */
  readonly plan: string | null
  readonly onGo: () => void
}

function Next({ next, plan, onGo }: NextProps) {
  const t = useText()
  if (next && !next.href) return <p>{next.words}</p>
  if (next?.href) {
    return (
      <p>
        <NextLink href={next.href} onGo={onGo}>
          {next.words}
        </NextLink>
      </p>
    )
  }
  return (
    <>
      <p>{t(plan ? 'where.next-plan' : 'where.next-home')}</p>
      <p>
        <NextLink href={plan ? `/plans/${plan}` : '/'} onGo={onGo}>
          {t(plan ? 'where.to-plan' : 'common.go-home')}
        </NextLink>
      </p>
    </>
  )
}

type NextLinkProps = { readonly href: string; readonly onGo: () => void; readonly children: ReactNode }

/** A section of this page is the browser's own way; the heading there takes the focus once the dialog has given it back. */
function NextLink({ href, onGo, children }: NextLinkProps) {
  if (!href.startsWith('#')) {
    return (
      <Link href={href} className="link-alone" onClick={onGo}>
        {children}
      </Link>
    )
  }
  return (
    <a href={href} className="link-alone" onClick={onGo}>
      {children}
    </a>
  )
}
