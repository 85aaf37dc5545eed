import { NOW, type Version } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { compareVersions, listVersions } from '../api/versions.ts'
import { ChangesView } from '../features/history/changes-view.tsx'
import { ToList } from '../features/history/to-list.tsx'
import { useVersionName } from '../features/history/version-name.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type ComparePageProps = { readonly plan: string; readonly before: string; readonly after: string }

/** What reads differently between two versions of a plan, and who did it. */
export function ComparePage({ plan, before, after }: ComparePageProps) {
  const t = useText()
  const nameOf = useVersionName()
  const { again, ...asked } = useAnswer(() =>
    // What else there is to compare is not what people came for: without it the page is there too.
    Promise.all([getPlan(plan), compareVersions(plan, before, after), listVersions(plan).catch(() => null)]),
  )
  const back = <ToList plan={plan} />
  if (asked.is === 'refused') {
    return (
      <RefusedPage error={asked.error} again={again}>
        {back}
      </RefusedPage>
    )
  }
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, compared, list] = asked.answer
  const known = new Map([...(list?.versions ?? []), compared.before, compared.after].map((one) => [one.id, one]))
  return (
    <Page title={t('history.compare-title')} place={{ title: facts.title, href: `/plans/${plan}` }}>
      <dl className="compared">
        <div>
          <dt>{t('history.before')}</dt>
          <dd dir="auto">{nameOf(compared.before)}</dd>
        </div>
        <div>
          <dt>{t('history.after')}</dt>
          <dd dir="auto">{nameOf(compared.after)}</dd>
        </div>
      </dl>
      <ChangesView comparison={compared.changes} facts={facts} writers={compared.writers} />
      <ChooseTwo
        plan={plan}
        versions={[...known.values()].filter(({ id }) => id !== NOW)}
        chosen={[compared.before.id, compared.after.id]}
      />
      {back}
    </Page>
  )
}

type ChooseTwoProps = {
  readonly plan: string
  readonly versions: readonly Version[]
  readonly chosen: readonly [before: string, after: string]
}

function ChooseTwo({ plan, versions, chosen }: ChooseTwoProps) {
  const t = useText()
  const nameOf = useVersionName()
  const [, go] = useLocation()
  const [[before, after], choose] = useState(chosen)
  const show = (event: FormEvent) => {
    event.preventDefault()
    go(`/plans/${plan}/history/${encodeURIComponent(before)}/${encodeURIComponent(after)}`)
  }
  const options = [
    <option key={NOW} value={NOW}>
      {t('history.now')}
    </option>,
    ...versions
      .toSorted((a, b) => b.at - a.at)
      .map((version) => (
        <option key={version.id} value={version.id}>
          {nameOf(version)}
        </option>
      )),
  ]
  return (
    <section className="history-choose" aria-labelledby="choose-two">
      <h2 id="choose-two">{t('history.choose')}</h2>
      <form className="stack" onSubmit={show}>
        <SelectField
          label={t('history.choose-one')}
          value={before}
          onChange={({ target }) => choose([target.value, after])}
        >
          {options}
        </SelectField>
        <SelectField
          label={t('history.choose-other')}
          value={after}
          onChange={({ target }) => choose([before, target.value])}
        >
          {options}
        </SelectField>
        <div className="row">
          <Button type="submit">{t('history.compare')}</Button>
        </div>
      </form>
    </section>
  )
}
