import { Link } from 'wouter'
import { AskPerson } from '../features/people/ask-person.tsx'
import { LanguageSwitch } from '../features/reading/language-switch.tsx'
import { ReadingButton } from '../features/reading/reading-button.tsx'
import { WhereLine } from '../features/where/where-line.tsx'
import { useText } from '../text/use-text.ts'
import { Mark } from '../ui/mark.tsx'
import type { FrameProps } from '../ui/page.tsx'
import { useTheirs } from '../ui/theirs.tsx'
import './frame.css'

/** What is around every page, always in the same order: skip link, top bar, where one is, the page; Help and Ask a person first in the footer. */
export function Frame({ title, where, place, bar, children }: FrameProps) {
  const t = useText()
  const said = useTheirs()
  return (
    <div className="frame">
      <a className="skip button button-main" href="#main">
        {t('common.skip')}
      </a>
      <header className="frame-header">
        <div className="frame-bar">
          <Link href="/" className="frame-home">
            <Mark />
            <span className="frame-name">{t('common.withy')}</span>
          </Link>
          {bar ?? (
            <>
              {place ? (
                <Link href={place.href} className="frame-place" {...said}>
                  {place.title}
                </Link>
              ) : null}
              <span className="frame-space" />
              <LanguageSwitch />
              <ReadingButton />
            </>
          )}
        </div>
      </header>
      {title && where !== null ? (
        <section aria-label={t('common.where-am-i')} className="frame-where">
          <div className="frame-bar">
            <WhereLine title={title} place={place} where={where} />
          </div>
        </section>
      ) : null}
      {children}
      <footer className="frame-footer">
        <div className="frame-bar">
          <nav aria-label={t('common.about-withy')}>
            <ul className="list row">
              <li>
                <Link href="/help">{t('common.help')}</Link>
              </li>
              <li>
                <AskPerson />
              </li>
              <li>
                <Link href="/privacy">{t('common.privacy')}</Link>
              </li>
              <li>
                <Link href="/accessibility">{t('common.accessibility')}</Link>
              </li>
            </ul>
          </nav>
          {bar && <span className="frame-space" />}
          {bar && <LanguageSwitch />}
        </div>
      </footer>
    </div>
  )
}
