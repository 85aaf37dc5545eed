import { ROLES } from '@withy/shared/access'
import { Link } from 'wouter'
import { KeysTick } from '../features/reading/keys-tick.tsx'
import { keysIn } from '../text/keys.ts'
import { useText } from '../text/use-text.ts'
import { KeyList } from '../ui/key-list.tsx'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'
import './help-page.css'

export default function HelpPage() {
  const t = useText()
  return (
    <Page title={t('help.title')}>
      <WordsSection
        title={t('help.write-title')}
        lines={[
          t('help.write-1'),
          t('help.write-2'),
          t('help.write-3'),
          t('help.write-simple'),
          t('help.write-language'),
        ]}
      />
      <WordsSection
        title={t('help.saved-title')}
        lines={[t('help.saved-1'), t('help.saved-2'), t('help.saved-3'), t('help.saved-4')]}
      />
      <WordsSection
        title={t('help.see-title')}
        lines={[t('help.see-1'), t('help.see-2'), t('help.see-3'), t('help.see-4')]}
      />
      <WordsSection
        title={t('help.together-title')}
        lines={[
          t('help.together-1'),
          t('help.together-2'),
          t('help.together-3'),
          t('help.together-4'),
          t('help.together-5'),
          t('help.together-6'),
          t('help.together-7'),
        ]}
      />
      <WordsSection title={t('help.workshops-title')} lines={[t('help.workshops-1')]}>
        <p>
          <Link href="/help/in-a-workshop" className="link-alone">
            {t('help.workshops-in')}
          </Link>
        </p>
        <p>
          <Link href="/help/run-a-workshop" className="link-alone">
            {t('help.workshops-run')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection title={t('help.talk-title')} lines={[t('help.talk-1')]}>
        <p>
          <Link href="/help/say-something" className="link-alone">
            {t('help.talk-link')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection title={t('help.agree-title')} lines={[t('help.agree-1')]}>
        <p>
          <Link href="/help/agree-a-plan" className="link-alone">
            {t('help.agree-link')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection title={t('help.copies-title')} lines={[t('help.copies-1')]}>
        <p>
          <Link href="/help/formats" className="link-alone">
            {t('help.copies-formats')}
          </Link>
        </p>
        <p>
          <Link href="/check" className="link-alone">
            {t('help.copies-check')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection title={t('help.roles-title')} lines={[]}>
        <dl className="help-roles">
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{t(`common.role-${role}`)}</dt>
              <dd>{t(`common.role-${role}-does`)}</dd>
            </div>
          ))}
        </dl>
      </WordsSection>
      <WordsSection title={t('help.voice-title')} lines={[t('help.voice-1'), t('help.voice-2'), t('help.voice-3')]} />
      <WordsSection
        title={t('help.look-title')}
        lines={[
          t('help.look-1'),
          t('help.look-2'),
          t('help.look-3'),
          t('help.look-4'),
          t('help.look-5'),
          t('help.look-6'),
        ]}
      />
      <WordsSection title={t('help.words-title')} lines={[t('help.words-1'), t('help.words-2'), t('help.words-3')]}>
        <p>
          <Link href="/help/care-words" className="link-alone">
            {t('help.words-link')}
          </Link>
        </p>
      </WordsSection>
      <WordsSection title={t('keys.title')} lines={[t('help.keys-1')]}>
        <KeyList keys={keysIn(t)} />
        <KeysTick />
      </WordsSection>
      <WordsSection title={t('help.ask-title')} lines={[t('help.ask-1'), t('help.ask-2')]} />
    </Page>
  )
}
