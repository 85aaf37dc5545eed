import { NOW, type Version } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { sentenceOf } from '../../api/send.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { listKeptVersions, listVersions } from '../../api/versions.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { useVersionName } from './version-name.ts'

type ChooseTwoProps = {
  readonly plan: string
  readonly chosen: readonly [before: Version, after: Version]
}

/** Any two versions to compare: those with a name or agreed at once, those of pauses newest first, and more of them where asked. */
export function ChooseTwo({ plan, chosen }: ChooseTwoProps) {
  const t = useText()
  const [, go] = useLocation()
  const [[before, after], choose] = useState<readonly [string, string]>([chosen[0].id, chosen[1].id])
  const { versions, next, more, busy, trouble, hasMore } = useVersions(plan)
  const options = useOptions([...versions, ...chosen])
  const show = (event: FormEvent) => {
    event.preventDefault()
    go(`/plans/${plan}/history/${encodeURIComponent(before)}/${encodeURIComponent(after)}`)
  }
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
        <KeptFocus className="stack">
          <p role="status" tabIndex={-1}>
            {hasMore && t('history.older-to-choose')}
          </p>
          {trouble && <p role="alert">{trouble}</p>}
          <div className="row">
            <Button type="submit">{t('history.compare')}</Button>
            {next !== null && (
              <Button look="quiet" busy={busy} onClick={more}>
                {t('history.older')}
              </Button>
            )}
          </div>
        </KeptFocus>
      </form>
    </section>
  )
}

/** What there is to choose from. It is not what people came for: where it does not come, the page is there too. */
function useVersions(plan: string) {
  const { again, ...asked } = useAnswer(() =>
    Promise.all([listKeptVersions(plan), listVersions(plan)]).then(([{ versions }, first]) => ({
      versions: [...versions, ...first.versions],
      next: first.next,
    })),
  )
  const [older, setOlder] = useState<{ readonly versions: readonly Version[]; readonly next: string | null }>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const first = asked.is === 'here' ? asked.answer : { versions: [], next: null }
  const { next } = older ?? first
  const more = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const page = await listVersions(plan, next)
      setOlder({ versions: [...(older?.versions ?? []), ...page.versions], next: page.next })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  return { versions: [...first.versions, ...(older?.versions ?? [])], next, more, busy, trouble, hasMore: !!older }
}

/** The plan as it is now, then each of these once, newest first. */
function useOptions(versions: readonly Version[]) {
  const t = useText()
  const nameOf = useVersionName()
  const byId = new Map(versions.filter(({ id }) => id !== NOW).map((one) => [one.id, one]))
  return [
    <option key={NOW} value={NOW}>
      {t('history.now')}
    </option>,
    ...[...byId.values()]
      .toSorted((a, b) => b.at - a.at)
      .map((version) => (
        <option key={version.id} value={version.id}>
          {nameOf(version)}
        </option>
      )),
  ]
}
