import { ROLES } from '@withy/shared/access'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { WordsSection } from '../ui/words-section.tsx'
import './help-page.css'

export default function HelpPage() {
  const t = useText()
  const keys = [
    { id: 'tab', keys: 'Tab', does: t('help.key-tab') },
    { id: 'escape', keys: 'Esc', does: t('help.key-escape') },
    { id: 'toolbar', keys: 'Alt + F10', does: t('help.key-toolbar') },
    { id: 'indent', keys: 'Ctrl + ]', does: t('help.key-indent') },
    { id: 'outdent', keys: 'Ctrl + [', does: t('help.key-outdent') },
    { id: 'undo', keys: 'Ctrl + Z', does: t('help.key-undo') },
    { id: 'redo', keys: 'Ctrl + Shift + Z', does: t('help.key-redo') },
  ]
  return (
    <Page title={t('help.title')}>
      <WordsSection title={t('help.write-title')} lines={[t('help.write-1'), t('help.write-2'), t('help.write-3')]} />
      <WordsSection title={t('help.saved-title')} lines={[t('help.saved-1'), t('help.saved-2'), t('help.saved-3')]} />
      <WordsSection
        title={t('help.see-title')}
        lines={[t('help.see-1'), t('help.see-2'), t('help.see-3'), t('help.see-4')]}
      />
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
      <WordsSection title={t('help.look-title')} lines={[t('help.look-1'), t('help.look-2')]} />
      <WordsSection title={t('help.keys-title')} lines={[t('help.keys-1')]}>
        <table className="help-keys">
          <thead>
            <tr>
              <th scope="col">{t('help.key')}</th>
              <th scope="col">{t('help.key-does')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ id, keys, does }) => (
              <tr key={id}>
                <th scope="row">
                  <kbd>{keys}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WordsSection>
      <WordsSection title={t('help.ask-title')} lines={[t('help.ask-1'), t('help.ask-2')]} />
    </Page>
  )
}
