import { openTexts } from '../../text/language.ts'

/** What only some people ask for, under the tools of a text box. */
export const keyHelp = () => Promise.all([import('./key-help.tsx'), openTexts('keys')]).then(([{ KeyHelp }]) => KeyHelp)

export const linkForm = () => import('./link-form.tsx').then(({ LinkForm }) => LinkForm)

export const languageForm = () =>
  Promise.all([import('./language-form.tsx'), openTexts('spoken')]).then(([{ LanguageForm }]) => LanguageForm)
