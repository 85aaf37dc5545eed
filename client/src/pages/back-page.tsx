import type { PlanCard } from '@withy/shared/api'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { comeBack } from '../api/people.ts'
import { getMe } from '../api/plans.ts'
import { sentenceOf } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { ForgetDevice } from '../features/people/forget-device.tsx'
import { readyToForget, tellOtherTabs } from '../features/people/forgotten.ts'
import { keepName } from '../features/people/kept-name.ts'
import { OthersPlans } from '../features/people/others-plans.tsx'
import { useSecret } from '../features/people/use-secret.ts'
import { takeWanted } from '../features/people/wanted-page.ts'
import { useWayBack, WayBack } from '../features/people/way-back.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** With a private link: coming back to one's plans. Without: the way back for another device, and leaving this one. */
export default function BackPage() {
  const brought = useSecret()
  return brought && 'secret' in brought ? <ComeBack key={brought.secret} secret={brought.secret} /> : <Devices />
}

function ComeBack({ secret }: { readonly secret: string }) {
  const t = useText()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  /** The plans of somebody else this device is. */
  const [others, setOthers] = useState<readonly PlanCard[] | null>(null)
  const come = async (replace: boolean) => {
    setBusy(true)
    setRefused(null)
    try {
      const forget = await readyToForget()
      const { device } = await comeBack({ secret, ...(replace ? { replace } : {}) })
      if (device === 'is-other') {
        setOthers((await getMe()).plans)
        setBusy(false)
        return
      }
      if (replace) keepName('')
      if (device === 'became') {
        tellOtherTabs()
        await forget()
      }
      go(await whereTo(), { replace: true })
    } catch (error) {
      setRefused(sentenceOf(error))
      setBusy(false)
    }
  }
  const trouble = refused ? (
    <Notice look="careful" spoken>
      <p>{refused}</p>
    </Notice>
  ) : null
  return others ? (
    <Page key="others" title={t('people.other-title')}>
      <OthersPlans titles={others.map(({ title }) => title)} />
      {trouble}
      <div className="row">
        <Link href="/" className="button button-main">
          {t('join.gives-not')}
        </Link>
        <Button look="careful" busy={busy} onClick={() => come(true)}>
          {t('people.other-do')}
        </Button>
      </div>
    </Page>
  ) : (
    <Page key="back" title={t('people.back-title')}>
      <p>{t('people.back-words')}</p>
      {trouble}
      <div className="row">
        <Button look="main" busy={busy} onClick={() => come(false)}>
          {t('people.back-do')}
        </Button>
      </div>
    </Page>
  )
}

/** What they came for before this device knew them, where it is of a plan of theirs; else all their plans. */
async function whereTo(): Promise<string> {
  const wanted = takeWanted()
  if (!wanted) return '/'
  const plans = await getMe().then(
    (me) => me.plans,
    () => [],
  )
  return plans.some(({ id }) => wanted.startsWith(`/plans/${id}/`)) ? wanted : '/'
}

function Devices() {
  const t = useText()
  const { again, ...me } = useAnswer(getMe)
  const [forgotten, setForgotten] = useState(false)
  const wayBack = useWayBack()
  if (me.is === 'refused') return <RefusedPage error={me.error} again={again} />
  if (me.is === 'asking') return <Page title={t('people.device-title')}>{null}</Page>
  return (
    <Page title={t('people.device-title')}>
      {me.answer.person && !forgotten ? (
        <>
          <WayBack {...wayBack} />
          <ForgetDevice
            onForgotten={() => setForgotten(true)}
            wayBack={wayBack}
            owned={me.answer.plans.filter(({ role }) => role === 'owner').map(({ title }) => title)}
          />
        </>
      ) : (
        <>
          <div role="status">
            {forgotten ? (
              <Notice look="done">
                <p>{t('people.forgotten')}</p>
              </Notice>
            ) : (
              <p>{t('people.not-known')}</p>
            )}
          </div>
          <p>{t('people.back-need')}</p>
          <p>{t('people.back-none')}</p>
          <div className="row">
            <Link href="/" className="button button-main">
              {t('common.go-home')}
            </Link>
          </div>
        </>
      )}
    </Page>
  )
}
