import { can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { type Plan, TEMPLATES } from '@withy/shared/plan'
import { useChangedNote } from '../features/agreement/use-changed-note.ts'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { EasyReadSlot } from '../features/lists/easy/easy-read-slot.tsx'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { qrWordsOf, spokenAddress } from '../features/people/invitation-words.ts'
import { LanguageSwitch } from '../features/reading/language-switch.tsx'
import { RoomScreen } from '../features/room-screen/room-screen.tsx'
import { useJustAgreed } from '../features/room-screen/use-just-agreed.ts'
import { useOwnCode } from '../features/room-screen/use-own-code.ts'
import { useScreenSetUp } from '../features/room-screen/use-screen-set-up.ts'
import { WorkshopHelpLink } from '../features/workshop-help/workshop-help-link.tsx'
import { useFollowed } from '../features/workshop-screen/use-followed.ts'
import type { LivePlan } from '../live/live-plan.ts'
import { hasEnded, useLinkStage } from '../live/use-live.ts'
import { useText } from '../text/use-text.ts'
import { Page, PageFrame } from '../ui/page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { ScreenAgreed } from './screen-agreed.tsx'
import { ScreenWorkshop } from './screen-workshop.tsx'

/** A plan on the big screen of a room. */
export default function ScreenPage({ plan }: { readonly plan: string }) {
  const open = useOpenPlan(plan, { screen: true })
  if (open.is === 'refused') return <RefusedPage error={open.error} again={open.again} />
  if (open.is === 'asking') return <Opening />
  return <OpenScreen facts={open.facts} live={open.live} again={open.again} />
}

type OpenScreenProps = { readonly facts: PlanFacts; readonly live: LivePlan; readonly again: () => void }

function OpenScreen({ facts, live, again }: OpenScreenProps) {
  const t = useText()
  const stage = useLinkStage(live)
  const setUp = useScreenSetUp()
  const [workshop, letGo] = useFollowed(facts, setUp.isHeld)
  const [agreed, forgetAgreed] = useJustAgreed(live)
  const note = useChangedNote(facts, live)
  const me = facts.people.find(({ id }) => id === facts.me)
  const own = useOwnCode(
    facts.id,
    me !== undefined && can(me.role, 'invite'),
    facts.kind === 'support' ? 'supporter' : 'resident',
  )
  const place = { title: facts.title, lang: facts.lang, href: `/plans/${facts.id}` }
  if (hasEnded(stage)) {
    return (
      <Page title={t('screen.title')} place={place}>
        <EndedNotice
          live={live}
          why={stage}
          template={TEMPLATES[facts.kind]}
          people={facts.people}
          onOpenAgain={stage === 'update-needed' ? () => location.reload() : again}
        />
      </Page>
    )
  }
  if (stage === 'opening') return <Opening />
  const invitation = own.code
  const join = invitation?.code
    ? { qr: qrWordsOf(invitation), address: spokenAddress(invitation.link), code: invitation.code }
    : null
  const easyWords = (plan: Plan, section: string) => (
    <EasyReadSlot planId={facts.id} live={live} plan={plan} section={section} level={2} />
  )
  const screen = { facts, live, join, code: own, language: <SetUpMore />, setUp, easyWords }
  const usual =
    workshop === null ? (
      <RoomScreen {...screen} note={note} />
    ) : (
      <ScreenWorkshop key={workshop} {...screen} workshop={workshop} onLetGo={letGo} />
    )
  return (
    <PageFrame value={Bare}>
      <Page title={t('screen.title')} heading={null} place={place} width="full">
        {agreed === null || setUp.isHeld ? (
          usual
        ) : (
          <ScreenAgreed key={agreed} {...screen} number={agreed} onLetGo={forgetAgreed} meanwhile={usual} />
        )}
      </Page>
    </PageFrame>
  )
}

function Opening() {
  const t = useText()
  return (
    <Page title={t('screen.title')}>
      <p role="status" className="quiet">
        {t('common.opening')}
      </p>
    </Page>
  )
}

/** Nothing around the page: a room looks at it. */
const Bare = ({ children }: { readonly children: React.ReactNode }) => children

/** What else is at hand before the people come. */
const SetUpMore = () => (
  <>
    <LanguageSwitch />
    <WorkshopHelpLink leads />
  </>
)
