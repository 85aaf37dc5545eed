import type { CopyForm } from '@withy/shared/api'
import type { TextId } from '../../text/catalogue.ts'

/** What a form of copy is called. */
export const formName = (form: CopyForm): TextId => `forms.${form}`

/** What people are offered, paper first: the forms somebody reads. */
export const OFFERED = [
  'paper',
  'paper-large',
  'paper-largest',
  'paper-easy',
  'link',
  'pdf',
  'html',
  'docx',
  'odt',
  'txt',
] as const satisfies readonly CopyForm[]
export type Offered = (typeof OFFERED)[number]

/** The file that a form is, or is printed from. */
export const fileOf = (form: Exclude<Offered, 'link'>) =>
  form === 'paper'
    ? ({ format: 'pdf', size: 'normal' } as const)
    : form === 'paper-large'
      ? ({ format: 'pdf', size: 'large' } as const)
      : form === 'paper-largest'
        ? ({ format: 'pdf', size: 'largest' } as const)
        : form === 'paper-easy'
          ? ({ format: 'pdf', size: 'easy' } as const)
          : ({ format: form, size: 'normal' } as const)
